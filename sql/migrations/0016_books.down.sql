DROP TABLE reconciliation_difference, reconciliation_object, reconciliation, chain_link;
