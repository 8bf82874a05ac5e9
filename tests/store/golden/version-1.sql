PRAGMA application_id = 1399873906;
PRAGMA user_version = 1;
CREATE TABLE learners (name TEXT PRIMARY KEY, since TEXT NOT NULL);
INSERT INTO learners VALUES ('Zoë', '2023-11-14T22:13:20.123456Z');
CREATE TABLE plays (
    serial INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    learner TEXT NOT NULL REFERENCES learners (name) ON DELETE CASCADE,
    beginning TEXT NOT NULL,
    began TEXT NOT NULL,
    last TEXT NOT NULL,
    entries INTEGER NOT NULL DEFAULT 0,
    said INTEGER NOT NULL DEFAULT 0,
    take_backs INTEGER NOT NULL DEFAULT 0,
    closed TEXT
);
INSERT INTO plays VALUES (
    4, 'k1', 'Zoë',
    '{"scenario":"clients/overlooked-candidate","digest":"0000000000000000000000000000000000000000000000000000000000000000","trust":50,"temperament":"rushed","version":"1.2","arc":"clients/first-year","seed":9223372036854775813,"language":"de","terms":{"client":"Kundin","gr\u00f6\u00dfe":"\u2713"},"scoring":3,"mode":"coach","purpose":"what-if","origin":"k0"}',
    '2023-11-14T22:13:20.123456Z', '2023-11-14T22:14:20.000000Z', 10, 1, 1, '"It has changed."'
);
CREATE INDEX plays_of_learner ON plays (learner, serial);
CREATE TABLE log (
    play INTEGER NOT NULL REFERENCES plays (serial) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (play, number)
);
INSERT INTO log VALUES (4, 1, '2023-11-14T22:13:30.500000Z', 'said', '{"choice":"ask","at":1700000010.5}');
INSERT INTO log VALUES (4, 2, '2023-11-14T22:13:31.000000Z', 'said', '{"choice":"hold","at":null}');
INSERT INTO log VALUES (4, 3, '2023-11-14T22:13:32.000000Z', 'taken-back', '{"at":1700000012.0}');
INSERT INTO log VALUES (4, 4, '2023-11-14T22:13:33.000000Z', 'typed', '{"decision":1,"text":"Warum\u2026?\n"}');
INSERT INTO log VALUES (4, 5, '2023-11-14T22:13:34.000000Z', 'rated', '{"push":"too much","respect":null}');
INSERT INTO log VALUES (4, 6, '2023-11-14T22:13:35.000000Z', 'noted', '{"question":3,"text":"hm"}');
INSERT INTO log VALUES (4, 7, '2023-11-14T22:13:36.000000Z', 'committed', '{"words":"I''d like to understand first.","to":"Dana"}');
INSERT INTO log VALUES (4, 8, '2023-11-14T22:13:37.000000Z', 'kept', '{"said":true,"text":"Easier than I thought."}');
INSERT INTO log VALUES (4, 9, '2023-11-14T22:13:38.000000Z', 'moved', '{"digest":"1111111111111111111111111111111111111111111111111111111111111111","version":null}');
INSERT INTO log VALUES (4, 10, '2023-11-14T22:14:20.000000Z', 'closed', '{"why":"It has changed."}');
CREATE TABLE outcomes (
    play INTEGER PRIMARY KEY REFERENCES plays (serial) ON DELETE CASCADE,
    entries INTEGER NOT NULL,
    scoring INTEGER NOT NULL,
    ending TEXT,
    balance DOUBLE PRECISION,
    margin DOUBLE PRECISION,
    body TEXT NOT NULL
);
INSERT INTO outcomes VALUES (4, 9, 3, 'agreed', 86.125, 9.5, '{"ü":1}');
CREATE TABLE serials (last INTEGER NOT NULL);
INSERT INTO serials VALUES (7);
