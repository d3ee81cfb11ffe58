ALTER TABLE builder_stat DROP COLUMN disputes, DROP COLUMN overturned;
ALTER TABLE tester_stat DROP COLUMN disputes, DROP COLUMN overturned;
DROP TABLE dispute_proposal, dispute;
DROP FUNCTION dispute_keep();
DELETE FROM clock WHERE entity = 'dispute';
ALTER TABLE clock DROP CONSTRAINT clock_entity_check;
ALTER TABLE clock ADD CONSTRAINT clock_entity_check
    CHECK (entity IN ('job', 'payment', 'assignment', 'submission', 'intent', 'bid', 'role'));
