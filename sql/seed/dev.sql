-- The people of a small believable marketplace, and what they want to have tested. Their
-- open jobs, claims and payments are made by tools/demo-world, through the API and the
-- sandbox, so that every payment is one that the payment provider knows.
--
-- Needs :'demo_password_hash'. Run again, it changes nothing.
--
-- account: builder@demo.example a builder with jobs under way and work to review
-- account: tester@demo.example a tester who has yet to set up payouts
-- account: sofia@demo.example a tester with work under way and earnings
-- account: admin@demo.example an administrator

CREATE TEMPORARY TABLE person (email text, full_name text, roles text[], locale text, time_zone text, country text)
    ON COMMIT DROP;
INSERT INTO person VALUES
    ('builder@demo.example', 'Bea Lindqvist',  '{builder}',        'en', 'Europe/Stockholm',  'SE'),
    ('milo@demo.example',    'Milo Brandt',    '{builder}',        'en', 'Europe/Berlin',     'DE'),
    ('aisha@demo.example',   'Aisha Rahman',   '{builder,tester}', 'en', 'Europe/London',     'GB'),
    ('tester@demo.example',  'Toni Weber',     '{tester}',         'en', 'Europe/Vienna',     'AT'),
    ('sofia@demo.example',   'Sofia Marques',  '{tester}',         'en', 'Europe/Lisbon',     'PT'),
    ('kenji@demo.example',   'Kenji Watanabe', '{tester}',         'en', 'Europe/Dublin',     'IE'),
    ('lena@demo.example',    'Lena Novak',     '{tester}',         'en', 'Europe/Prague',     'CZ'),
    ('omar@demo.example',    'Omar Haddad',    '{tester}',         'en', 'Europe/Paris',      'FR'),
    ('admin@demo.example',   'Ada Operator',   '{admin}',          'en', 'UTC',               NULL);

INSERT INTO account (email, email_verified_at, password_hash, full_name, locale, time_zone, country)
SELECT email, now(), :'demo_password_hash', full_name, locale, time_zone, country FROM person
    ON CONFLICT (email) DO NOTHING;

INSERT INTO account_role (account_id, role)
SELECT a.id, unnest(p.roles) FROM person p JOIN account a ON a.email = p.email::citext
    ON CONFLICT DO NOTHING;

INSERT INTO admin_scope (account_id, scope)
SELECT a.id, 'super' FROM person p JOIN account a ON a.email = p.email::citext WHERE 'admin' = ANY (p.roles)
    ON CONFLICT DO NOTHING;

CREATE TEMPORARY TABLE app (email text, name text, url text, platforms text[], category text, description text)
    ON COMMIT DROP;
INSERT INTO app VALUES
    ('builder@demo.example', 'Harbour Books', 'https://harbour-books.example', '{web}', 'Shop',
     'A small bookshop on the web. Test card 4242 4242 4242 4242; nothing is delivered.'),
    ('builder@demo.example', 'Tidewater', 'https://tidewater.example', '{ios,android}', 'Mobile app',
     'Tides, wind and moorings for small boats. Use any harbour that you like.'),
    ('milo@demo.example', 'Kontor', 'https://kontor.example', '{web,android}', 'Finance',
     'Invoices and a business account for people who work alone. The test accounts hold play money.'),
    ('milo@demo.example', 'Kontor API', 'https://developers.kontor.example', '{api,web}', 'API and console',
     'The same for programs, with a console for keys. The test project is called "sandpit".'),
    ('aisha@demo.example', 'Lantern', 'https://lantern.example', '{web,ios,android}', 'Media',
     'Short documentaries to watch on the way. The video for tests is "The Ferry".'),
    ('aisha@demo.example', 'Stay Near', 'https://stay-near.example', '{web}', 'Booking',
     'Rooms with hosts who live next door. Bookings in the town of Testing cost nothing.');

INSERT INTO project (owner_id, name, url, description, platforms, category)
SELECT a.id, app.name, app.url, app.description, app.platforms, app.category
  FROM app JOIN account a ON a.email = app.email::citext
 WHERE NOT EXISTS (SELECT FROM project p WHERE p.owner_id = a.id AND p.name = app.name);
