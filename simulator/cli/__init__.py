"""The command line: one file a command, one registry, one error boundary; no logic lives here."""
