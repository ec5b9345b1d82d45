-- Times are microseconds since 1970, UTC. A position is handed out inside the writer's lock: no gaps, and the order of
-- positions is the order of commits.
CREATE TABLE {schema}event (
    position {int} PRIMARY KEY,
    stream TEXT NOT NULL,
    sequence {int} NOT NULL,
    type TEXT NOT NULL,
    revision INTEGER NOT NULL,
    time {int} NOT NULL,
    payload {bytes} NOT NULL,
    metadata {bytes} NOT NULL,
    crc {int} NOT NULL,
    previous_hash {bytes} NOT NULL,
    UNIQUE (stream, sequence)
);

CREATE TABLE {schema}command (
    id TEXT PRIMARY KEY,
    position {int} NOT NULL
);

CREATE TABLE {schema}claim (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    stream TEXT NOT NULL,
    PRIMARY KEY (namespace, key)
);

CREATE INDEX claim_of_stream ON {schema}claim (stream, namespace);

-- The read model: one row per stream, its state as JSON with sealed envelopes. Rebuilt from the events at any time.
CREATE TABLE {schema}state (
    feature TEXT NOT NULL,
    id TEXT NOT NULL,
    created {int} NOT NULL,
    position {int} NOT NULL,
    sequence {int} NOT NULL,
    hash {bytes} NOT NULL,
    parent TEXT,
    group_id TEXT,
    status TEXT NOT NULL,
    due_at {int},
    state TEXT NOT NULL,
    PRIMARY KEY (feature, id)
);

CREATE INDEX state_of_parent ON {schema}state (feature, parent, created);

CREATE INDEX state_of_group ON {schema}state (feature, group_id, created);

CREATE INDEX state_due ON {schema}state (feature, due_at, created);

-- Attached files: IV and ciphertext under their communication's key, named by a keyed hash. No row is ever rewritten.
CREATE TABLE {schema}attachment (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    created {int} NOT NULL,
    key_version INTEGER NOT NULL,
    bytes {bytes} NOT NULL
);

-- How far Axon's processor has come.
CREATE TABLE {schema}token (
    processor TEXT NOT NULL,
    segment INTEGER NOT NULL,
    token {bytes},
    token_type TEXT,
    time TEXT,
    owner TEXT,
    PRIMARY KEY (processor, segment)
);

CREATE TABLE {schema}setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
