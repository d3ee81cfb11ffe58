DROP TABLE idempotency_key, sign_in_try, email_token, refresh_token, session, account_role, account, time_zone;
DROP FUNCTION uuid7();
