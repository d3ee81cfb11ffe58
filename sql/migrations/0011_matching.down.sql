DROP TRIGGER tester_account_changed ON account;
DROP TRIGGER account_role_added ON account_role;
DROP TRIGGER account_role_removed ON account_role;
DROP TABLE notice, invitation;
DROP FUNCTION tester_facets(tester_profile);
DROP TABLE tester_stat, tester_profile, device;
DROP FUNCTION tester_account_changed, tester_profile_touch, tester_profile_facets, word_beginnings(text);
