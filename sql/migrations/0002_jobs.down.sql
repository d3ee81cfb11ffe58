DROP TABLE event, job_template, builder_stat, job, fee_schedule, project;
