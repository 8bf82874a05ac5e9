"""`python -m simulator` is the command `sparring`."""

from simulator.cli.main import main

if __name__ == "__main__":
    main()
