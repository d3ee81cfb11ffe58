-- The price book, as everybody reads it and as administrators change it. A row is never
-- changed but ended.

-- name: price_book :many
-- Every price, without the fees, that holds at an instant (now when NULL) in a currency: the market's own, or
-- else the one for everywhere. For the types named in "expected_of", separated by blanks,
-- what past work has found.
SELECT book.kind, book.service_type, book.factor, book.option, book.amount_minor, book.minutes,
       book.multiplier_bps, past.low AS findings_low, past.high AS findings_high
  FROM (SELECT DISTINCT ON (kind, service_type, factor, option) *
          FROM price
         WHERE kind <> 'fee' AND (currency = :currency::text OR currency IS NULL)
           AND (market = :market::text OR market IS NULL)
           AND valid_from <= coalesce(:at::timestamptz, now())
           AND (valid_until IS NULL OR valid_until > coalesce(:at::timestamptz, now()))
         ORDER BY kind, service_type, factor, option, market NULLS LAST, valid_from DESC) book
  LEFT JOIN LATERAL api.past_findings(CASE WHEN book.service_type = ANY (string_to_array(:expected_of::text, ' '))
                                           THEN book.service_type END) past ON true
 ORDER BY book.kind, book.service_type, book.factor, book.multiplier_bps;

-- name: price_frame :one
-- What stands around the prices: when they hold, and what findings count.
SELECT api.instant(coalesce(:at::timestamptz, now())) AS as_of,
       json_object_agg(severity, api.severity_weight(severity)) AS bonus_weights
  FROM unnest('{critical,major,moderate,minor,trivial}'::text[]) severity;

-- name: price_list :one
-- Newest first; the cursor is the last one's id. With "at", only what held then.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.price(p) ORDER BY p.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(p.id ORDER BY p.id))[1]::text, '') END) AS body
  FROM (SELECT *
          FROM price
         WHERE (:kind::text IS NULL OR kind = :kind::text)
           AND (:at::timestamptz IS NULL
                OR valid_from <= :at::timestamptz AND (valid_until IS NULL OR valid_until > :at::timestamptz))
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :limit::bigint) p;

-- name: price_lock_book :one
-- One change of the book at a time. Statements after this one see what the last one did, and
-- read the clock again: now() is from before the wait.
SELECT pg_advisory_xact_lock(hashtextextended('price', 0)) AS locked;

-- name: price_slot :one
-- When a new price would begin and end. It ends where one that is planned already begins.
SELECT slot.subject, slot.starts_at, slot.starts_at < slot.present AS is_past,
       slot.wanted_until <= slot.starts_at AS is_empty, slot.wanted_until > later.starts_at AS is_in_the_way,
       coalesce(slot.wanted_until, later.starts_at) AS ends_at
  FROM (SELECT price_subject(:kind::text, :service_type::text, :factor::text, :option::text,
                             :currency::text, :market::text, :level::text) AS subject,
               clock.present, coalesce(date_trunc('milliseconds', :valid_from::timestamptz), clock.present) AS starts_at,
               date_trunc('milliseconds', :valid_until::timestamptz) AS wanted_until
          FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS present) clock) slot
  LEFT JOIN LATERAL (SELECT min(valid_from) AS starts_at
                       FROM price
                      WHERE price.subject = slot.subject AND valid_from > slot.starts_at
                        AND (valid_until IS NULL OR valid_until > valid_from)) later ON true;

-- name: price_end_present :many
-- Ends what holds when another one begins; at most one row, with what it was.
UPDATE price
   SET valid_until = :starts_at::timestamptz, end_reason = :reason::text, ended_by = :admin_id::uuid
  FROM (SELECT id, valid_until
          FROM price
         WHERE subject = :subject::text AND valid_from <= :starts_at::timestamptz
           AND (valid_until IS NULL OR valid_until > :starts_at::timestamptz)) present
 WHERE price.id = present.id
RETURNING price.id, present.valid_until AS was_until;

-- name: price_add :one
INSERT INTO price (kind, service_type, factor, option, market, currency, amount_minor, minutes, multiplier_bps,
                   level, builder_fee_bps, tester_fee_bps, valid_from, valid_until, reason, created_by)
VALUES (:kind::text, :service_type::text, :factor::text, :option::text, :market::text, :currency::text,
        :amount_minor::bigint, :minutes::int, :multiplier_bps::int,
        :level::text, :builder_fee_bps::int, :tester_fee_bps::int, :starts_at::timestamptz, :ends_at::timestamptz, :reason::text, :admin_id::uuid)
RETURNING id, api.price(price) AS body;

-- name: price_resume :exec
-- After a price that holds for a time, the one before it holds again.
INSERT INTO price (kind, service_type, factor, option, market, currency, amount_minor, minutes, multiplier_bps,
                   level, builder_fee_bps, tester_fee_bps, valid_from, valid_until, reason, created_by)
SELECT kind, service_type, factor, option, market, currency, amount_minor, minutes, multiplier_bps,
       level, builder_fee_bps, tester_fee_bps, :ends_at::timestamptz, :was_until::timestamptz, reason, created_by
  FROM price
 WHERE id = :price_id::uuid
   AND (:was_until::timestamptz IS NULL OR :was_until::timestamptz > :ends_at::timestamptz);

-- name: price_end_slot :one
-- When a price would end; one that has not begun never begins.
SELECT p.valid_until IS NOT NULL AND p.valid_until <= clock.present AS is_over,
       :at::timestamptz < clock.present AS is_past,
       p.valid_until < :at::timestamptz AS is_longer,
       greatest(p.valid_from, coalesce(date_trunc('milliseconds', :at::timestamptz), clock.present)) AS ends_at
  FROM price p, (SELECT date_trunc('milliseconds', clock_timestamp()) AS present) clock
 WHERE p.id = :price_id::uuid;

-- name: price_end :one
UPDATE price
   SET valid_until = :ends_at::timestamptz, end_reason = :reason::text, ended_by = :admin_id::uuid
 WHERE id = :price_id::uuid
RETURNING api.price(price) AS body;

-- name: price_event :exec
INSERT INTO event (price_id, actor_id, actor_kind, kind, amount_minor, currency, note)
SELECT id, :admin_id::uuid, 'admin', :kind::text, amount_minor, currency, :reason::text
  FROM price
 WHERE id = :price_id::uuid;

-- name: fees_find :one
-- What both sides pay for a kind of test: by the country of who pays, or where nobody is named
-- by a market.
SELECT (f).*
  FROM (SELECT api.fees(CASE WHEN :payer_id::uuid IS NULL THEN :market::text
                             ELSE (SELECT country FROM account WHERE id = :payer_id::uuid) END,
                        :service_type::text, NULL, :site_builder_bps::int, :site_tester_bps::int,
                        coalesce(:at::timestamptz, now())) AS f) found;

-- name: fees_of_roles :many
-- The same for each role of a plan that is priced, in order. Who is wanted stands for who it
-- will be.
SELECT (f).*
  FROM (SELECT api.fees(CASE WHEN :payer_id::uuid IS NULL THEN :market::text
                             ELSE (SELECT country FROM account WHERE id = :payer_id::uuid) END,
                        api.only_type(ARRAY(SELECT item ->> 'service_type'
                                              FROM json_array_elements(role.form -> 'items') item)),
                        NULLIF(role.form ->> 'level', 'any'),
                        :site_builder_bps::int, :site_tester_bps::int) AS f, role.place
          FROM json_array_elements(:roles::json) WITH ORDINALITY AS role (form, place)) found
 ORDER BY place;

-- name: fees_of_bid :one
-- What both sides would pay for a bid that is paid now. The bid is locked by the caller.
SELECT (f).*
  FROM (SELECT api.role_fees(b.role_id, b.tester_id, :site_builder_bps::int, :site_tester_bps::int) AS f
          FROM bid b
         WHERE b.id = :bid_id::uuid) found;

-- name: fees_of_claim :one
-- What a tester has part in who claims a seat of a simple job. The job is locked by the caller.
SELECT (f).*
  FROM (SELECT api.job_fees(j, :tester_id::uuid, NULL, NULL) AS f
          FROM job j
         WHERE j.id = :job_id::uuid) found;

-- name: fee_schedule_find :one
-- The rates and where they come from, as one row for ever; what is new is a new row.
WITH made AS (
    INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps, builder_rule_id, tester_rule_id)
    SELECT :builder_fee_bps::int, :tester_fee_bps::int, :builder_rule_id::uuid, :tester_rule_id::uuid
     WHERE NOT EXISTS (SELECT FROM fee_schedule
                        WHERE (builder_fee_bps, tester_fee_bps) = (:builder_fee_bps::int, :tester_fee_bps::int)
                          AND builder_rule_id IS NOT DISTINCT FROM :builder_rule_id::uuid
                          AND tester_rule_id IS NOT DISTINCT FROM :tester_rule_id::uuid)
    ON CONFLICT ON CONSTRAINT fee_schedule_unique DO NOTHING
    RETURNING id)
SELECT id FROM made
UNION ALL
SELECT id FROM fee_schedule
 WHERE (builder_fee_bps, tester_fee_bps) = (:builder_fee_bps::int, :tester_fee_bps::int)
   AND builder_rule_id IS NOT DISTINCT FROM :builder_rule_id::uuid
   AND tester_rule_id IS NOT DISTINCT FROM :tester_rule_id::uuid
 LIMIT 1;
