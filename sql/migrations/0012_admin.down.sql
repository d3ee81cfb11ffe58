DROP TABLE admin_action, admin_scope;
