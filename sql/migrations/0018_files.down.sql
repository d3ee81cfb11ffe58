DROP TABLE attachment, file_rendition, upload, file;
