"""A PostgreSQL server of the tests' own, from the binaries that are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

QUICK = {"fsync": "off", "synchronous_commit": "on", "full_page_writes": "off", "shared_buffers": "16MB"}


class Server:
    """A server that listens on a socket in its own folder, and keeps everything there.

    PostgreSQL refuses to run as root: another user takes over where the tests do.
    """

    def __init__(self, **settings: str) -> None:
        self._postgres, initdb = _binary("postgres"), _binary("initdb")
        self._settings = {**QUICK, **settings}
        self.folder = Path(tempfile.mkdtemp(prefix="sparring-pg-"))
        self._as = _someone_else(self.folder)
        self._run(
            [initdb, "-D", self._data, "-U", "sparring", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        )
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql://sparring:secret@/postgres?host={self.folder}"

    def start(self) -> None:
        settings = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        command = [self._postgres, "-D", self._data, "-k", self.folder, "-c", "listen_addresses=", *settings]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, **self._as
            )
        self._wait()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT cuts connections and ends in good order, SIGQUIT as in a crash."""
        self._process.send_signal(how)
        self._process.wait(30)

    def restart(self, how: signal.Signals = signal.SIGINT) -> None:
        self.stop(how)
        self.start()

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def sql(self, text: str) -> None:
        """Do something behind the store's back."""
        with psycopg.connect(self.url, autocommit=True) as link:
            link.execute(text)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, command: list[Any]) -> None:
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, check=False, **self._as
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def _wait(self) -> None:
        until = time.monotonic() + 30
        while True:
            try:
                psycopg.connect(self.url).close()
            except psycopg.OperationalError:
                log = (self.folder / "server.log").read_text()
                assert self._process.poll() is None, f"the server did not start:\n{log}"
                assert time.monotonic() < until, f"the server does not answer:\n{log}"
                time.sleep(0.02)
            else:
                return


def _binary(name: str) -> str:
    found = shutil.which(name)
    assert found, (
        f'these tests need PostgreSQL\'s own "{name}" on the PATH: install the package "postgresql" '
        "(Debian and Ubuntu keep it in /usr/lib/postgresql/*/bin, which has to be put on the PATH)"
    )
    return found


def _someone_else(folder: Path) -> dict[str, Any]:
    """How to run a process under a user who isn't root, in a folder that becomes theirs."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
