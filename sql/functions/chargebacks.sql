-- Chargebacks as administrators see them, and the dossier that goes to the bank.

CREATE FUNCTION api.chargeback(c chargeback) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', c.id, 'provider_id', c.provider_id, 'payment_id', c.payment_id,
    'job_id', (SELECT p.job_id FROM payment p WHERE p.id = c.payment_id),
    'job_title', (SELECT j.title FROM payment p JOIN job j ON j.id = p.job_id WHERE p.id = c.payment_id),
    'builder_id', c.builder_id, 'builder_name', (SELECT a.full_name FROM account a WHERE a.id = c.builder_id),
    'builder_is_frozen', (SELECT a.frozen_at IS NOT NULL FROM account a WHERE a.id = c.builder_id),
    'amount_minor', c.amount_minor, 'currency', c.currency, 'reason', c.reason, 'state', c.state,
    'lost_minor', c.withdrawn_minor - c.offset_minor, 'covered_minor', c.offset_minor,
    'provider_fee_minor', c.provider_fee_minor,
    'provider_fee_currency', COALESCE(c.provider_fee_currency, c.currency), 'evidence', c.evidence,
    'evidence_due_at', api.instant(c.evidence_due_at), 'evidence_sent_at', api.instant(c.evidence_sent_at),
    'submitted_at', api.instant(c.submitted_at), 'opened_at', api.instant(c.opened_at),
    'closed_at', api.instant(c.closed_at));

-- The seats that a payment paid for.
CREATE FUNCTION api.paid_assignments(p payment) RETURNS SETOF assignment
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT a.* FROM assignment a
 WHERE a.job_id = p.job_id AND a.bid_id IS NOT DISTINCT FROM p.bid_id
 ORDER BY a.id
 LIMIT 200;
END;

CREATE FUNCTION api.dossier_amount(amount_minor bigint, currency text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN trim(to_char(amount_minor / 100.0, '999999990.00')) || ' ' || upper(currency);

-- What the builder ordered, as it was sealed.
CREATE FUNCTION api.dossier_contract(p payment) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT left(concat_ws(E'\n',
        'Ordered: ' || j.title || ', by the account of the cardholder, published ' || api.instant(j.opened_at) || '.',
        'Charged: ' || api.dossier_amount(p.amount_minor, p.currency) || ', of this fees '
            || api.dossier_amount(p.fee_minor, p.currency) || ', paid ' || api.instant(p.succeeded_at) || '.',
        'The order in the words of the cardholder:', j.brief,
        'What was agreed for each piece of work, sealed before it began:',
        (SELECT string_agg(format('- %s: %s', s.title, s.terms ->> 'instructions'), E'\n' ORDER BY s.id)
           FROM api.paid_assignments(p) a JOIN submission s ON s.assignment_id = a.id)), 18000)
      FROM job j WHERE j.id = p.job_id);

-- What was delivered for it, and what the builder said to it.
CREATE FUNCTION api.dossier_work(p payment) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT left(COALESCE(string_agg(concat_ws(E'\n',
        format('Work "%s", state %s, handed in %s, opened by the cardholder %s, decided %s.', s.title, s.state,
               COALESCE(api.instant(s.submitted_at), 'never'), COALESCE(api.instant(s.opened_at), 'never'),
               COALESCE(api.instant(s.decided_at), 'not yet')),
        'Report: ' || nullif(s.summary, ''),
        (SELECT format('It has %s findings: %s.', count(*), string_agg(f.title, '; ' ORDER BY f.number))
           FROM finding f WHERE f.submission_id = s.id HAVING count(*) > 0),
        (SELECT 'Files delivered: ' || string_agg(format('%s (%s, SHA-256 %s)', f ->> 'name', f ->> 'kind', f ->> 'sha256'),
                                                  '; ' ORDER BY n)
           FROM jsonb_array_elements(api.files_on_record(s.id)) WITH ORDINALITY AS e(f, n)
          WHERE s.submitted_at IS NOT NULL),
        'The cardholder rated it ' || s.rating || ' of 5.', 'The cardholder wrote: ' || s.comment),
        E'\n\n' ORDER BY s.id), 'Nothing has been handed in yet; the money is held for it.'), 18000)
      FROM api.paid_assignments(p) a JOIN submission s ON s.assignment_id = a.id);

-- Who did what, when.
CREATE FUNCTION api.dossier_timeline(p payment) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT left(string_agg(concat_ws(' ', api.instant(e.created_at), e.actor_kind, e.kind,
                                     api.dossier_amount(e.amount_minor, e.currency)), E'\n' ORDER BY e.id), 18000)
      FROM event e
     WHERE e.job_id = p.job_id
       AND (p.bid_id IS NULL OR e.bid_id = p.bid_id
            OR e.assignment_id IN (SELECT a.id FROM api.paid_assignments(p) a)));
