"""Every SQL text about plays, once for all back ends; `?` stands for a value.

None of them changes or removes a line of the log: lines go only with their play.
"""

from __future__ import annotations

KNOW_LEARNER = "INSERT INTO learners (name, since) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"
LEARNERS = "SELECT name FROM learners"

# The row stays locked until the transaction ends: serials follow the order in which plays were committed.
NEXT_SERIAL = "UPDATE serials SET last = last + 1"
SERIAL = "SELECT last FROM serials"
BEGIN = "INSERT INTO plays (serial, key, learner, beginning, began, last) VALUES (?, ?, ?, ?, ?, ?)"
BEGUN = "SELECT learner, beginning FROM plays WHERE key = ?"

# Counting comes first and locks the play: of two who would write the same line, one finds it counted.
COUNT = """
    UPDATE plays SET entries = entries + ?, said = said + ?, take_backs = take_backs + ?,
        last = ?, closed = coalesce(?, closed)
    WHERE key = ? AND entries = ?
"""
PLAY = "SELECT serial FROM plays WHERE key = ?"
ADD = "INSERT INTO log (play, number, at, kind, body) VALUES (?, ?, ?, ?, ?)"

DERIVE = """
    INSERT INTO outcomes (play, entries, scoring, ending, balance, margin, body) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (play) DO UPDATE SET entries = excluded.entries, scoring = excluded.scoring,
        ending = excluded.ending, balance = excluded.balance, margin = excluded.margin, body = excluded.body
"""

_GLANCE = """
    SELECT plays.key, plays.serial, plays.learner, plays.beginning, plays.began, plays.last, plays.entries,
        plays.said, plays.take_backs, plays.closed, outcomes.entries, outcomes.scoring, outcomes.ending,
        outcomes.balance, outcomes.margin, outcomes.body
    FROM plays LEFT JOIN outcomes ON outcomes.play = plays.serial
"""
GLANCE = f"{_GLANCE} WHERE plays.key = ?"
GLANCES = f"{_GLANCE} WHERE plays.learner = ? ORDER BY plays.serial"

LOG = "SELECT number, at, kind, body FROM log WHERE play = ? ORDER BY number"
LOGS = """
    SELECT log.play, log.number, log.at, log.kind, log.body
    FROM log JOIN plays ON plays.serial = log.play
    WHERE plays.learner = ? ORDER BY log.play, log.number
"""

DELETE = "DELETE FROM plays WHERE key = ?"
LINES_BY_KIND = """
    SELECT log.kind, count(*) FROM log JOIN plays ON plays.serial = log.play
    WHERE plays.learner = ? GROUP BY log.kind
"""
PLAYS = "SELECT count(*) FROM plays WHERE learner = ?"
FORGET = "DELETE FROM learners WHERE name = ?"
