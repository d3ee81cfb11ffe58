-- Who fits a role, who is asked, and what people are told in the application.

CREATE TABLE device (
    id              uuid PRIMARY KEY DEFAULT uuid7(),
    account_id      uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    position        int NOT NULL,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    kind            text NOT NULL CHECK (kind IN ('phone', 'tablet', 'laptop', 'desktop', 'tv', 'watch', 'other')),
    os              text NOT NULL,
    os_version      text NOT NULL,
    browser         text,
    browser_version text,
    confirmed_at    timestamptz NOT NULL DEFAULT now(),
    fresh_until     timestamptz NOT NULL,                 -- then it has to be confirmed again
    CONSTRAINT device_fresh CHECK (fresh_until > confirmed_at)
);
CREATE INDEX device_account_idx ON device (account_id, position);

-- "facets" are what a search for testers can ask for; a trigger keeps them.
CREATE TABLE tester_profile (
    account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    bio        text NOT NULL DEFAULT '',
    languages  text[] NOT NULL DEFAULT '{}',              -- BCP 47, the best first
    skills     text[] NOT NULL DEFAULT '{}',              -- service types and domains, as words
    is_paused  boolean NOT NULL DEFAULT false,            -- vacation: no invitations
    facets     tsvector NOT NULL DEFAULT '',
    active_at  timestamptz NOT NULL DEFAULT now(),        -- last sign of wanting work
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX tester_profile_facets_idx ON tester_profile USING gin (facets);
CREATE INDEX tester_profile_active_idx ON tester_profile (active_at DESC);

-- What is known of a tester's work; kept when work ends, because lists of bids and
-- candidates show it in every row.
CREATE TABLE tester_stat (
    account_id    uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    approved      int NOT NULL DEFAULT 0,                  -- submissions, of all time
    decided       int NOT NULL DEFAULT 0,
    on_time       int NOT NULL DEFAULT 0,                  -- of the assignments that ended
    ended         int NOT NULL DEFAULT 0,
    level         text NOT NULL GENERATED ALWAYS AS (CASE
                      WHEN approved < 5 OR approved * 2 < decided THEN 'newcomer'
                      WHEN approved >= 25 AND approved * 10 >= decided * 9 THEN 'expert'
                      ELSE 'experienced' END) STORED,
    by_type       jsonb NOT NULL DEFAULT '{}',             -- {service type: {approved, decided}}, weighted
    last_worked_at timestamptz,
    computed_at   timestamptz NOT NULL DEFAULT now()
);

-- All beginnings of a text that end where a word or a number ends, in lower case:
-- "iOS 17.2" gives "ios", "ios 17" and "ios 17.2".
CREATE FUNCTION word_beginnings(whole text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT lower(left(whole, n))
               FROM generate_series(1, length(whole)) n
              WHERE substr(whole, n, 1) ~ '[[:alnum:]]' AND substr(whole, n + 1, 1) !~ '[[:alnum:]]');

-- What a tester can be found by. A device counts however old it is: what was found is
-- looked at closely afterwards. Volatile, because an update that has waited for another one
-- must see what that one has left.
CREATE FUNCTION tester_facets(p tester_profile) RETURNS tsvector
LANGUAGE sql VOLATILE
RETURN array_to_tsvector(ARRAY(
    SELECT 'ready' FROM account a JOIN account_role r ON r.account_id = a.id AND r.role = 'tester'
     WHERE a.id = p.account_id AND a.state = 'active' AND a.payout_state = 'active' AND NOT p.is_paused
    UNION
    SELECT 'country:' || lower(a.country) FROM account a WHERE a.id = p.account_id AND a.country IS NOT NULL
    UNION
    SELECT 'language:' || w
      FROM account a, unnest(p.languages || a.locale) spoken, unnest(word_beginnings(spoken)) w
     WHERE a.id = p.account_id
    UNION
    SELECT 'skill:' || lower(skill) FROM unnest(p.skills) skill
    UNION
    SELECT 'level:' || l.name
      FROM tester_stat s, (VALUES ('experienced'), ('expert')) l (name)
     WHERE s.account_id = p.account_id AND (s.level = l.name OR s.level = 'expert')
    UNION
    SELECT 'os:' || w FROM device d, unnest(word_beginnings(d.os || ' ' || d.os_version)) w
     WHERE d.account_id = p.account_id
    UNION
    SELECT 'browser:' || w FROM device d, unnest(word_beginnings(d.browser || coalesce(' ' || d.browser_version, ''))) w
     WHERE d.account_id = p.account_id));

CREATE FUNCTION tester_profile_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.facets := tester_facets(NEW);
    RETURN NEW;
END $$;
CREATE TRIGGER tester_profile_facets BEFORE INSERT OR UPDATE ON tester_profile
    FOR EACH ROW EXECUTE FUNCTION tester_profile_facets();

-- What the facets are made of has changed elsewhere.
CREATE FUNCTION tester_profile_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tester_profile p SET active_at = p.active_at WHERE p.account_id IN (SELECT account_id FROM changed);
    RETURN NULL;
END $$;
CREATE TRIGGER device_added AFTER INSERT ON device
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tester_profile_touch();
CREATE TRIGGER device_removed AFTER DELETE ON device
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tester_profile_touch();
CREATE TRIGGER tester_stat_added AFTER INSERT ON tester_stat
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tester_profile_touch();
CREATE TRIGGER tester_stat_changed AFTER UPDATE ON tester_stat
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tester_profile_touch();
CREATE TRIGGER account_role_added AFTER INSERT ON account_role
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tester_profile_touch();
CREATE TRIGGER account_role_removed AFTER DELETE ON account_role
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tester_profile_touch();
CREATE FUNCTION tester_account_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tester_profile p SET active_at = p.active_at WHERE p.account_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tester_account_changed AFTER UPDATE ON account FOR EACH ROW
    WHEN ((OLD.country, OLD.locale, OLD.state, OLD.payout_state)
          IS DISTINCT FROM (NEW.country, NEW.locale, NEW.state, NEW.payout_state))
    EXECUTE FUNCTION tester_account_changed();

CREATE TABLE invitation (
    role_id     uuid NOT NULL REFERENCES job_role,
    tester_id   uuid NOT NULL REFERENCES account,
    job_id      uuid NOT NULL REFERENCES job,
    wave        int NOT NULL DEFAULT 0,                    -- 0: by the builder's own hand
    score       int,
    message     text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL DEFAULT now(),
    declined_at timestamptz,
    PRIMARY KEY (role_id, tester_id)
);
CREATE INDEX invitation_tester_idx ON invitation (tester_id, created_at DESC);

CREATE TABLE notice (
    id         uuid PRIMARY KEY DEFAULT uuid7(),
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    kind       text NOT NULL,                              -- as in mails.def
    data       jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    read_at    timestamptz
);
CREATE INDEX notice_account_idx ON notice (account_id, id DESC);
CREATE INDEX notice_unread_idx ON notice (account_id, id DESC) WHERE read_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON device, tester_profile, tester_stat, invitation, notice TO peertest_app;
