-- Proving who one is: registration, links sent by mail, passwords, sessions.

-- name: try_count :maybe
-- Count a try before it is made, so that many at once cannot all be the first. No row:
-- it comes too early, and does not count. Each one sweeps away up to two that have
-- rested for an hour, so that the table stays as small as what is going on. The one before
-- may have begun later than this one, which then waited for it: now() is too early for both.
WITH rested AS (
    DELETE FROM sign_in_try
     WHERE subject IN (SELECT subject FROM sign_in_try
                        WHERE last_at < now() - interval '1 hour' AND subject <> :subject
                        ORDER BY last_at LIMIT 2
                          FOR UPDATE SKIP LOCKED))
INSERT INTO sign_in_try AS t (subject, tries, last_at)
VALUES (:subject, 1, now())
    ON CONFLICT (subject) DO UPDATE
   SET tries = CASE WHEN t.last_at < now() - interval '1 hour' THEN 1 ELSE t.tries + 1 END,
       last_at = now()
 WHERE t.last_at + api.try_delay(t.tries, :free::int) <= clock_timestamp()
RETURNING tries;

-- name: try_wait :one
-- The row may have gone since: then a second is enough.
SELECT COALESCE((SELECT greatest(1, ceil(extract(epoch FROM
                            t.last_at + api.try_delay(t.tries, :free::int) - now())))
                   FROM sign_in_try t
                  WHERE t.subject = :subject), 1)::int AS seconds;

-- name: try_forget :exec
-- It was the owner: nothing is held against the subject any more.
DELETE FROM sign_in_try WHERE subject = :subject;

-- name: try_take_back :exec
-- It was no guess, but others behind the same address may still be guessing.
UPDATE sign_in_try SET tries = greatest(tries - 1, 0) WHERE subject = :subject;

-- name: account_register :maybe
-- No row: the address is known.
INSERT INTO account (email, password_hash, full_name, locale)
VALUES (:email, :password_hash, :full_name, COALESCE(:locale, 'en'))
    ON CONFLICT (email) DO NOTHING
RETURNING id;

-- name: account_by_email :maybe
-- "totp_sealed" is there when signing in takes a second factor.
SELECT id, password_hash, email_verified_at IS NOT NULL AS is_verified, state,
       CASE WHEN totp_enabled_at IS NOT NULL THEN totp_sealed END AS totp_sealed
  FROM account
 WHERE email = :email;

-- name: email_token_replace :exec
-- A new link of one kind makes the older ones void.
WITH older AS (
    UPDATE email_token SET used_at = now()
     WHERE account_id = :account_id::uuid AND kind = :kind AND used_at IS NULL)
INSERT INTO email_token (token_hash, account_id, kind, expires_at)
VALUES (:token_hash::bytea, :account_id::uuid, :kind, now() + make_interval(secs => :ttl::int));

-- name: email_token_use :maybe
UPDATE email_token
   SET used_at = now()
 WHERE token_hash = :token_hash::bytea AND kind = :kind AND used_at IS NULL AND expires_at > now()
RETURNING account_id;

-- name: account_verify :exec
UPDATE account
   SET email_verified_at = COALESCE(email_verified_at, now()), updated_at = now()
 WHERE id = :account_id::uuid;

-- name: account_password_reset :one
-- Whoever has the link has the mailbox, so the address is verified as well.
UPDATE account
   SET password_hash = :password_hash,
       email_verified_at = COALESCE(email_verified_at, now()), updated_at = now()
 WHERE id = :account_id::uuid
RETURNING email;

-- name: account_password_of :maybe
-- For an owner whose session still counts.
SELECT a.password_hash
  FROM account a JOIN session s ON s.account_id = a.id
 WHERE a.id = :account_id::uuid AND s.id = :session_id::uuid
   AND a.state = 'active' AND s.ended_at IS NULL AND s.expires_at > now();

-- name: account_password_change :exec
-- No row: it was changed in the meantime.
UPDATE account
   SET password_hash = :password_hash, updated_at = now()
 WHERE id = :account_id::uuid AND password_hash = :old_hash;

-- name: session_start :maybe
-- No row: the password was changed, a second factor set up, or the account suspended,
-- since it was looked at.
INSERT INTO session (account_id, user_agent, expires_at, second_factor_at)
SELECT a.id, :user_agent, now() + make_interval(secs => :ttl::int),
       CASE WHEN :second_factor::boolean THEN now() END
  FROM account a
 WHERE a.id = :account_id::uuid AND a.password_hash = :password_hash AND a.state = 'active'
   AND (a.totp_enabled_at IS NULL OR :second_factor::boolean)
RETURNING id;

-- name: refresh_token_add :exec
INSERT INTO refresh_token (token_hash, session_id)
VALUES (:token_hash::bytea, :session_id::uuid);

-- name: refresh_token_lock :maybe
-- What a presented token is worth: 'first', 'again' (the answer may have been lost on its
-- way), 'reuse' (somebody has a copy), or 'ended'.
SELECT s.id AS session_id, s.account_id,
       CASE WHEN s.ended_at IS NOT NULL OR s.expires_at <= now() OR a.state <> 'active'
              OR s.last_used_at <= now() - make_interval(secs => :idle_ttl::int) THEN 'ended'
            WHEN t.used_at IS NULL THEN 'first'
            WHEN t.used_at > now() - make_interval(secs => :grace::int) THEN 'again'
            ELSE 'reuse' END AS verdict
  FROM refresh_token t
  JOIN session s ON s.id = t.session_id
  JOIN account a ON a.id = s.account_id
 WHERE t.token_hash = :token_hash::bytea
   FOR UPDATE OF t, s;

-- name: refresh_token_use :exec
WITH used AS (
    UPDATE refresh_token SET used_at = now() WHERE token_hash = :token_hash::bytea),
     alive AS (
    UPDATE session SET last_used_at = now() WHERE id = :session_id::uuid)
INSERT INTO refresh_token (token_hash, session_id)
VALUES (:successor_hash::bytea, :session_id::uuid);

-- name: session_grant :one
-- What the answer to a sign-in says. "rest" is how long its cookie can be of use.
SELECT api.account(a) AS body,
       COALESCE((SELECT string_agg(r.role, ',') FROM account_role r WHERE r.account_id = a.id), '') AS roles,
       least(:idle_ttl::int, ceil(extract(epoch FROM s.expires_at - now())))::int AS rest
  FROM session s JOIN account a ON a.id = s.account_id
 WHERE s.id = :session_id::uuid;

-- name: session_end_by_token :exec
UPDATE session s
   SET ended_at = now(), end_reason = 'logout'
  FROM refresh_token t
 WHERE t.token_hash = :token_hash::bytea AND s.id = t.session_id AND s.ended_at IS NULL;

-- name: session_end :exec
-- One session of an account.
UPDATE session
   SET ended_at = now(), end_reason = :reason
 WHERE id = :session_id::uuid AND account_id = :account_id::uuid AND ended_at IS NULL;

-- name: session_end_all :exec
-- All sessions of an account but one, if one is named.
UPDATE session
   SET ended_at = now(), end_reason = :reason
 WHERE account_id = :account_id::uuid AND ended_at IS NULL
   AND id IS DISTINCT FROM :keep_id::uuid;

-- name: session_list :one
-- Those that still count, newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.session(s, :present_id::uuid) ORDER BY s.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::int
                      THEN api.cursor((array_agg(s.id ORDER BY s.id))[1]::text, '') END) AS body
  FROM (SELECT session.*
          FROM session
         WHERE account_id = :account_id::uuid AND ended_at IS NULL AND expires_at > now()
           AND last_used_at > now() - make_interval(secs => :idle_ttl::int)
           AND (:before_id::uuid IS NULL OR id < :before_id::uuid)
         ORDER BY id DESC
         LIMIT :limit::int) s;

-- name: totp_enrol :maybe
-- A new secret, until a code confirms it. No row: there is a second factor already.
UPDATE account
   SET totp_sealed = :sealed, updated_at = now()
 WHERE id = :account_id::uuid AND totp_enabled_at IS NULL
RETURNING email;

-- name: totp_lock :one
-- "sealed": the secret, confirmed or not.
SELECT totp_sealed AS sealed, totp_enabled_at IS NOT NULL AS is_enabled
  FROM account
 WHERE id = :account_id::uuid
   FOR UPDATE;

-- name: totp_enable :exec
UPDATE account
   SET totp_enabled_at = now(), totp_last_step = :step::bigint, updated_at = now()
 WHERE id = :account_id::uuid;

-- name: totp_of :maybe
-- For an owner whose session still counts. "sealed" is there when there is a second factor.
SELECT a.password_hash,
       CASE WHEN a.totp_enabled_at IS NOT NULL THEN a.totp_sealed END AS sealed,
       EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = 'admin') AS is_admin
  FROM account a JOIN session s ON s.account_id = a.id
 WHERE a.id = :account_id::uuid AND s.id = :session_id::uuid
   AND a.state = 'active' AND s.ended_at IS NULL AND s.expires_at > now();

-- name: totp_use :exec
-- Use up a code. No row: it, or a later one, was used. "resealed": the secret under the
-- present key, where an older one had it.
UPDATE account
   SET totp_last_step = :step::bigint, totp_sealed = COALESCE(:resealed, totp_sealed)
 WHERE id = :account_id::uuid AND totp_enabled_at IS NOT NULL AND totp_last_step < :step::bigint;

-- name: totp_disable :exec
-- No row: an administrator, or somebody else was faster.
WITH codes AS (
    DELETE FROM recovery_code WHERE account_id = :account_id::uuid)
UPDATE account a
   SET totp_sealed = NULL, totp_enabled_at = NULL, totp_last_step = NULL, updated_at = now()
 WHERE a.id = :account_id::uuid AND a.totp_enabled_at IS NOT NULL
   AND NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = 'admin');

-- name: recovery_codes_set :exec
-- Those from before are void.
WITH dropped AS (
    DELETE FROM recovery_code WHERE account_id = :account_id::uuid)
INSERT INTO recovery_code (account_id, code_hash)
SELECT :account_id::uuid, hash::bytea
  FROM jsonb_array_elements_text(:code_hashes::jsonb) hash;

-- name: recovery_code_use :maybe
-- "left": how many there are still. No row: there is no such code, or it was used.
WITH used AS (
    UPDATE recovery_code
       SET used_at = now()
     WHERE account_id = :account_id::uuid AND code_hash = :code_hash::bytea AND used_at IS NULL
    RETURNING 1)
SELECT (SELECT count(*) FROM recovery_code
         WHERE account_id = :account_id::uuid AND used_at IS NULL) - 1 AS left
  FROM used;
