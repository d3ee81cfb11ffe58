-- Files: what people upload, what is made of it, and what it is attached to. The bytes are in
-- the store (a folder, or a bucket); here is everything else.

CREATE TABLE file (
    id              uuid PRIMARY KEY DEFAULT uuid7(),
    owner_id        uuid NOT NULL REFERENCES account,
    -- uploading: bytes are still to come; checking: they are looked at and made ready;
    -- refused and deleted: the bytes are gone, or on their way.
    state           text NOT NULL DEFAULT 'uploading'
                    CHECK (state IN ('uploading', 'checking', 'ready', 'refused', 'deleted')),
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),  -- to show, never a path
    store_key       text NOT NULL UNIQUE,                 -- where its bytes are, named by us
    kind            text CHECK (kind IN ('picture', 'video', 'audio', 'document')),  -- by its content
    media_type      text,                                 -- by its content
    size_bytes      bigint NOT NULL DEFAULT 0 CHECK (size_bytes >= 0),  -- of what is served
    uploaded_sha256 bytea CHECK (length(uploaded_sha256) = 32),  -- of what came in
    sha256          bytea CHECK (length(sha256) = 32),    -- of what is served
    width           int CHECK (width > 0),
    height          int CHECK (height > 0),
    duration_ms     bigint CHECK (duration_ms >= 0),
    progress        int CHECK (progress BETWEEN 0 AND 100),  -- per cent, while it is checked
    refused_code    text,                                 -- why, when it is refused
    marks           jsonb NOT NULL DEFAULT '[]',          -- of a recording: [{at_ms, note}]
    uploaded_at     timestamptz,                          -- its last byte was here
    ready_at        timestamptz,
    deleted_at      timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'ready' OR (kind IS NOT NULL AND media_type IS NOT NULL AND sha256 IS NOT NULL)),
    CHECK (state <> 'refused' OR refused_code IS NOT NULL)
);
CREATE INDEX file_owner_idx ON file (owner_id, id DESC) WHERE state <> 'deleted';

-- The way in (tus 1.0.0). It is kept for a while after the last byte, for a client that
-- did not learn of it.
CREATE TABLE upload (
    file_id       uuid PRIMARY KEY REFERENCES file ON DELETE CASCADE,
    length_bytes  bigint CHECK (length_bytes >= 0),       -- null: the client does not know yet
    offset_bytes  bigint NOT NULL DEFAULT 0 CHECK (offset_bytes >= 0),  -- safely in the store
    store_state   text,                                   -- what the store needs to go on
    digest_state  bytea,                                  -- SHA-256 of what is there, to go on
    fence         bigint NOT NULL DEFAULT 0,              -- of who writes
    leased_until  timestamptz,                            -- somebody writes
    head          bytea,                                  -- its first bytes, until they say what it is
    metadata      text,                                   -- as the client sent it
    expires_at    timestamptz NOT NULL,
    CHECK (length_bytes IS NULL OR offset_bytes <= length_bytes)
);
CREATE INDEX upload_expiry_idx ON upload (expires_at);

-- What was made of a file.
CREATE TABLE file_rendition (
    file_id    uuid NOT NULL REFERENCES file ON DELETE CASCADE,
    name       text NOT NULL CHECK (name IN ('thumbnail', 'poster')),
    store_key  text NOT NULL UNIQUE,
    media_type text NOT NULL,
    size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
    width      int NOT NULL,
    height     int NOT NULL,
    PRIMARY KEY (file_id, name)
);

-- What a file belongs to: a submission as a whole, or one of its findings.
CREATE TABLE attachment (
    id            uuid PRIMARY KEY DEFAULT uuid7(),
    submission_id uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    finding_id    uuid REFERENCES finding ON DELETE CASCADE,
    file_id       uuid NOT NULL REFERENCES file,
    position      int NOT NULL CHECK (position > 0),
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT attachment_once UNIQUE NULLS NOT DISTINCT (submission_id, finding_id, file_id)
);
CREATE INDEX attachment_file_idx ON attachment (file_id);
CREATE INDEX attachment_finding_idx ON attachment (finding_id) WHERE finding_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON file, upload, file_rendition, attachment TO peertest_app;
