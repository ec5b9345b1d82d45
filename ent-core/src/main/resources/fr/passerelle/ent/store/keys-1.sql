CREATE TABLE {schema}master_key (
    fingerprint TEXT PRIMARY KEY
);

CREATE TABLE {schema}subject_key (
    subject TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    wrapped {bytes} NOT NULL
);

-- The log of erasures. Each row's hash covers the row before; "confirmed" is not covered, it changes later.
CREATE TABLE {schema}tombstone (
    number {int} PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    time {int} NOT NULL,
    person_match TEXT,
    previous_hash {bytes} NOT NULL,
    hash {bytes} NOT NULL,
    confirmed INTEGER NOT NULL
);

CREATE INDEX tombstone_match ON {schema}tombstone (person_match);
