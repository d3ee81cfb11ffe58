-- When the database was taken back to an earlier moment. What was asked of the payment
-- provider between that moment and the mark is missing here, so whatever is older than the
-- newest mark is looked up there before a request about it is sent (docs/RELIABILITY.md).
CREATE TABLE restore_mark (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    marked_at timestamptz NOT NULL DEFAULT now(),
    backup    text NOT NULL                               -- what was restored
);
CREATE TRIGGER restore_mark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON restore_mark
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON restore_mark TO peertest_app;
