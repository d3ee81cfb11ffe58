-- What a mail needs to know of its reader.

-- name: mail_reader :one
-- "times" holds the members of the data that are instants, as the reader's clock shows them.
SELECT a.email, a.full_name,
       (SELECT COALESCE(json_object_agg(d.key, api.reader_time(d.value::timestamptz, a.time_zone)), '{}')
          FROM jsonb_each_text(COALESCE(:data::jsonb, '{}')) d
         WHERE d.key LIKE '%\_at' AND d.value IS NOT NULL) AS times
  FROM account a
 WHERE a.id = :account_id::uuid;

-- name: mail_forget_token :exec
UPDATE queue_job SET payload = payload #- '{data,token}'
 WHERE id = :id::uuid AND payload #> '{data,token}' IS NOT NULL;
