ALTER TABLE clock DROP CONSTRAINT clock_entity_check;
ALTER TABLE clock ADD CONSTRAINT clock_entity_check
    CHECK (entity IN ('job', 'payment', 'assignment', 'submission', 'intent'));
DROP INDEX assignment_seat_unique, assignment_tester_unique;
CREATE UNIQUE INDEX assignment_seat_unique ON assignment (job_id, seat);
CREATE UNIQUE INDEX assignment_tester_unique ON assignment (job_id, tester_id)
    WHERE state IN ('active', 'delivered', 'completed');
ALTER TABLE assignment DROP COLUMN bid_id, DROP COLUMN role_id;
DROP INDEX payment_bid_idx, payment_bid_pending_unique, payment_job_pending_unique;
CREATE UNIQUE INDEX payment_job_pending_unique ON payment (job_id) WHERE state = 'pending';
ALTER TABLE payment DROP CONSTRAINT payment_bid_fk;
ALTER TABLE event DROP COLUMN bid_id;
DROP TABLE bid_revision, bid;
DROP FUNCTION bid_revision_keep;
