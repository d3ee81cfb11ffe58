DROP TABLE restore_mark;
