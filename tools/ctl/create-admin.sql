-- SPDX-License-Identifier: Apache-2.0
-- Make an administrator, or give the role to an account that is there, set its password
-- and take away its second factor: the way back for who has lost it. Variables: email,
-- name, hash.
WITH person AS (
    INSERT INTO account (email, email_verified_at, password_hash, full_name)
    VALUES (:'email', now(), :'hash', :'name')
    ON CONFLICT (email) DO UPDATE
        SET password_hash = excluded.password_hash,
            state = 'active', suspended_at = NULL,
            totp_sealed = NULL, totp_enabled_at = NULL, totp_last_step = NULL,
            email_verified_at = coalesce(account.email_verified_at, now()),
            updated_at = now()
    RETURNING id),
ended AS (
    -- A new password ends the sessions that the old one opened.
    UPDATE session SET ended_at = now(), end_reason = 'password'
      FROM person WHERE session.account_id = person.id AND session.ended_at IS NULL),
codes AS (
    DELETE FROM recovery_code USING person WHERE recovery_code.account_id = person.id),
granted AS (
    INSERT INTO admin_scope (account_id, scope) SELECT id, 'super' FROM person
    ON CONFLICT DO NOTHING)
INSERT INTO account_role (account_id, role) SELECT id, 'admin' FROM person
    ON CONFLICT DO NOTHING;
