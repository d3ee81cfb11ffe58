-- Markets: countries in which the payment provider makes accounts, with their currency.
-- Testers are open where the provider pays accounts of a platform in the United States,
-- Canada, the United Kingdom, the European Economic Area or Switzerland by itself: its
-- permitted pairs for separate charges and transfers. An operator elsewhere, or with
-- another agreement, changes the switches. What an operator has set stays.
-- https://docs.stripe.com/connect/separate-charges-and-transfers and
-- https://stripe.com/global, read 2026-11-21
INSERT INTO market (country, name, currency, builders, testers)
SELECT country, name, currency, true, testers
  FROM (VALUES
    ('AT', 'Austria', 'eur', true), ('BE', 'Belgium', 'eur', true), ('BG', 'Bulgaria', 'eur', true),
    ('CA', 'Canada', 'cad', true), ('CH', 'Switzerland', 'chf', true), ('CY', 'Cyprus', 'eur', true),
    ('CZ', 'Czechia', 'czk', true), ('DE', 'Germany', 'eur', true), ('DK', 'Denmark', 'dkk', true),
    ('EE', 'Estonia', 'eur', true), ('ES', 'Spain', 'eur', true), ('FI', 'Finland', 'eur', true),
    ('FR', 'France', 'eur', true), ('GB', 'United Kingdom', 'gbp', true), ('GR', 'Greece', 'eur', true),
    ('HR', 'Croatia', 'eur', true), ('HU', 'Hungary', 'huf', true), ('IE', 'Ireland', 'eur', true),
    ('IT', 'Italy', 'eur', true), ('LI', 'Liechtenstein', 'chf', true), ('LT', 'Lithuania', 'eur', true),
    ('LU', 'Luxembourg', 'eur', true), ('LV', 'Latvia', 'eur', true), ('MT', 'Malta', 'eur', true),
    ('NL', 'Netherlands', 'eur', true), ('NO', 'Norway', 'nok', true), ('PL', 'Poland', 'pln', true),
    ('PT', 'Portugal', 'eur', true), ('RO', 'Romania', 'ron', true), ('SE', 'Sweden', 'sek', true),
    ('SI', 'Slovenia', 'eur', true), ('SK', 'Slovakia', 'eur', true), ('US', 'United States', 'usd', true),
    ('AE', 'United Arab Emirates', 'aed', false), ('AU', 'Australia', 'aud', false),
    ('BR', 'Brazil', 'brl', false), ('GI', 'Gibraltar', 'gbp', false), ('HK', 'Hong Kong', 'hkd', false),
    ('JP', 'Japan', 'jpy', false), ('MX', 'Mexico', 'mxn', false), ('MY', 'Malaysia', 'myr', false),
    ('NZ', 'New Zealand', 'nzd', false), ('SG', 'Singapore', 'sgd', false), ('TH', 'Thailand', 'thb', false)
  ) AS m (country, name, currency, testers)
    ON CONFLICT (country) DO NOTHING;
