"""Practising: how a play is opened, and how it is played on from any decision."""
