-- People, their roles, and how they prove who they are.

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS pgcrypto;

-- A version 7 UUID: 48 bits of Unix milliseconds, 12 bits of the microseconds in it, then
-- random bits (RFC 9562, sections 5.7 and 6.2, method 3), so that ids sort by age, also
-- those of one transaction, and index pages stay warm.
CREATE FUNCTION uuid7() RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
DECLARE
    us bigint := extract(epoch FROM clock_timestamp()) * 1000000;
    version_7 constant bigint := 7 << 12;
BEGIN
    RETURN encode(overlay(uuid_send(gen_random_uuid())
                          PLACING int8send(((us / 1000) << 16) | version_7 | (us % 1000 * 4))
                          FROM 1 FOR 8), 'hex')::uuid;
END $$;

-- The zones that an account may choose, as this server's PostgreSQL knows them: its own
-- view reads a folder of files each time.
CREATE TABLE time_zone (
    name text PRIMARY KEY
);
INSERT INTO time_zone
SELECT name FROM pg_timezone_names
 WHERE name = 'UTC' OR name ~ '^[A-Z][A-Za-z]+/' AND name !~ '^(Etc|SystemV)/';

CREATE TABLE account (
    id                 uuid PRIMARY KEY DEFAULT uuid7(),
    email              citext NOT NULL,
    email_verified_at  timestamptz,
    password_hash      text NOT NULL,
    full_name          text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 120),
    locale             text NOT NULL DEFAULT 'en',
    time_zone          text NOT NULL DEFAULT 'UTC' REFERENCES time_zone,
    country            text CHECK (country ~ '^[A-Z]{2}$'),
    state              text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
    stripe_customer_id text,
    stripe_account_id  text,
    payout_state       text NOT NULL DEFAULT 'none'
                       CHECK (payout_state IN ('none', 'pending', 'active', 'restricted', 'rejected')),
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT account_email_unique UNIQUE (email),
    CONSTRAINT account_stripe_customer_unique UNIQUE (stripe_customer_id),
    CONSTRAINT account_stripe_account_unique UNIQUE (stripe_account_id)
);

CREATE TABLE account_role (
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    role       text NOT NULL CHECK (role IN ('builder', 'tester', 'admin')),
    granted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, role)
);

-- One sign-in on one device: a family of refresh tokens that replace each other.
CREATE TABLE session (
    id           uuid PRIMARY KEY DEFAULT uuid7(),
    account_id   uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    user_agent   text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text CHECK (end_reason IN ('logout', 'reuse', 'password', 'by_owner', 'suspended')),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX session_account_idx ON session (account_id) WHERE ended_at IS NULL;

CREATE TABLE refresh_token (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL DEFAULT now(),
    used_at    timestamptz
);
CREATE INDEX refresh_token_session_idx ON refresh_token (session_id);

-- Links sent by mail: verification and password reset. Only the hash is kept.
CREATE TABLE email_token (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('verify', 'reset')),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX email_token_account_idx ON email_token (account_id, kind) WHERE used_at IS NULL;

-- Tries that may be guesses, counted by whom they concern: see api.try_delay(). A row
-- that has rested for an hour counts for nothing.
CREATE TABLE sign_in_try (
    subject text PRIMARY KEY,
    tries   int NOT NULL,
    last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_try_last_idx ON sign_in_try (last_at);

-- The first answer to a POST that carried an Idempotency-Key, kept for 24 hours.
-- "resource_id" is for answers that are made after the commit: they are made anew.
CREATE TABLE idempotency_key (
    caller      text NOT NULL,
    key         text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    operation   text NOT NULL,
    body_hash   bytea NOT NULL CHECK (length(body_hash) = 32),
    status      int NOT NULL,
    body        text,
    resource_id text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_created_idx ON idempotency_key (created_at);
