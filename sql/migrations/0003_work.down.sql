DROP TABLE finding, submission, assignment;
