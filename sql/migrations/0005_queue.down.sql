DROP TABLE clock, queue_job;
DROP FUNCTION queue_job_wake();
