-- What the price book begins with. Applied by every "up": what was never in the book is
-- added, what an administrator has set or ended stays as it is.
--
-- All figures are assumptions, to be replaced by the operator. They follow what BetaTesting
-- publishes for testers' pay (10-15 USD for a short video without a moderator, 40-60 USD for
-- 30-60 minutes with one, never below 10-15 USD an hour): https://blog.betatesting.com.
-- Minutes count the report too. EUR and GBP are rounded conversions at 0.93 and 0.80.

CREATE TEMPORARY TABLE base (service_type text, minutes int, usd bigint, eur bigint, gbp bigint) ON COMMIT DROP;
INSERT INTO base VALUES                     -- a unit is
    ('functional_scripted',      6,   150,   140,   120),  -- a test case
    ('exploratory',             40,  1500,  1400,  1200),  -- a session of 30 minutes
    ('usability_unmoderated',   30,  1200,  1100,  1000),  -- a participant
    ('usability_moderated',     60,  4500,  4200,  3600),  -- a session
    ('onboarding_ftue',         30,  1200,  1100,  1000),  -- a run
    ('accessibility',           60,  2000,  1850,  1600),  -- a page or a flow
    ('localisation',             8,   200,   190,   160),  -- a screen
    ('compatibility',           12,   400,   370,   320),  -- a cell of the matrix
    ('performance_perceived',   25,   800,   750,   640),  -- a scenario on a network
    ('security',               720, 30000, 28000, 24000),  -- an engagement; by agreement, this is where it begins
    ('regression',               6,   150,   140,   120),  -- a test case
    ('fix_verification',        12,   400,   370,   320),  -- a fix
    ('payment_flow',            20,   800,   750,   640),  -- a transaction
    ('content_docs',            20,   500,   460,   400),  -- a page of about 1,000 words
    ('api_dx',                  90,  3000,  2800,  2400),  -- a task
    ('beta_diary',              90,  2500,  2300,  2000),  -- a tester's week
    ('competitive_review',      45,  1500,  1400,  1200),  -- a participant
    ('smoke_release',           25,   800,   750,   640);  -- a check of 20 minutes

CREATE TEMPORARY TABLE wanted (LIKE price INCLUDING DEFAULTS INCLUDING GENERATED) ON COMMIT DROP;

INSERT INTO wanted (kind, service_type, currency, amount_minor, minutes, reason)
SELECT 'base', b.service_type, c.currency, c.amount_minor, b.minutes, 'Starting value'
  FROM base b
 CROSS JOIN LATERAL (VALUES ('usd', b.usd), ('eur', b.eur), ('gbp', b.gbp)) c (currency, amount_minor);

-- Below this, an hour of work is shown as badly paid.
INSERT INTO wanted (kind, currency, amount_minor, reason) VALUES
    ('floor', 'usd', 1200, 'Starting value'),
    ('floor', 'eur', 1100, 'Starting value'),
    ('floor', 'gbp', 1000, 'Starting value');

-- Hundredths of a per cent: 12500 is a quarter more.
INSERT INTO wanted (kind, factor, option, multiplier_bps, reason)
SELECT 'factor', f.factor, f.option, f.multiplier_bps, 'Starting value'
  FROM (VALUES ('level', 'any', 10000), ('level', 'experienced', 12500), ('level', 'expert', 16000),
               ('device_rarity', 'common', 10000), ('device_rarity', 'uncommon', 12000), ('device_rarity', 'rare', 15000),
               ('locale_rarity', 'common', 10000), ('locale_rarity', 'uncommon', 12000), ('locale_rarity', 'rare', 15000),
               ('turnaround', 'standard', 10000), ('turnaround', 'fast', 12500), ('turnaround', 'urgent', 15000),
               ('confidentiality', 'none', 10000), ('confidentiality', 'nda', 11000),
               ('complexity', 'simple', 8000), ('complexity', 'standard', 10000), ('complexity', 'complex', 15000))
    f (factor, option, multiplier_bps);

INSERT INTO price (kind, service_type, factor, option, currency, amount_minor, minutes, multiplier_bps, reason)
SELECT kind, service_type, factor, option, currency, amount_minor, minutes, multiplier_bps, reason
  FROM wanted
 WHERE NOT EXISTS (SELECT FROM price WHERE price.subject = wanted.subject);
