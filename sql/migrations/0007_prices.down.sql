DROP INDEX submission_approved_idx;
ALTER TABLE event DROP COLUMN price_id;
DROP TABLE test_plan, price;
DROP FUNCTION price_subject(text, text, text, text, text, text);
