-- What a mail needs to know of its reader.

-- name: mail_reader :one
SELECT a.email, a.full_name, api.reader_times(:data::jsonb, a.time_zone) AS times
  FROM account a
 WHERE a.id = :account_id::uuid;

-- name: mail_forget_token :exec
UPDATE queue_job SET payload = payload #- '{data,token}'
 WHERE id = :id::uuid AND payload #> '{data,token}' IS NOT NULL;
