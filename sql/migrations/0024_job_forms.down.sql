DROP TRIGGER job_form_added ON job;
DROP TRIGGER job_form_changed ON job;
DROP TRIGGER job_form_of_role ON job_role;
DROP TRIGGER job_form_of_bid ON bid;
DROP TRIGGER job_form_of_assignment ON assignment;
DROP TRIGGER job_form_of_item ON job_item;
DROP TRIGGER job_forms_of_project ON project;
DROP TRIGGER job_forms_of_screenshot ON project_screenshot;
DROP TRIGGER job_forms_of_account ON account;
DROP TRIGGER job_forms_of_new_stat ON builder_stat;
DROP TRIGGER job_forms_of_stat ON builder_stat;
DROP TRIGGER job_forms_of_fee ON price;
DROP TABLE job_page, job_card, job_form_due;
DROP FUNCTION job_forms_make_due(), job_form_of_job(), job_form_of_part(), job_form_of_item(), job_forms_of_project(),
    job_forms_of_screenshot(), job_forms_of_account(), job_forms_of_stat(), job_forms_of_fee();
CREATE INDEX job_market_newest_idx ON job (opened_at DESC, id DESC)
    INCLUDE (kind, currency, service_types, platforms, reward_order) WHERE state IN ('open', 'published', 'awarding');
CREATE INDEX job_market_reward_idx ON job (reward_order DESC, id DESC)
    INCLUDE (kind, currency, service_types, platforms) WHERE state IN ('open', 'published', 'awarding');
CREATE INDEX job_market_deadline_idx ON job (deadline_order, id)
    INCLUDE (kind, currency, service_types, platforms, reward_order) WHERE state IN ('open', 'published', 'awarding');
DROP TRIGGER job_item_minutes ON job_item;
DROP FUNCTION job_item_minutes();
ALTER TABLE job_item DROP COLUMN expected_minutes;
