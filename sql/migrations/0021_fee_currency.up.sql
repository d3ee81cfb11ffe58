-- The provider takes its fee in the currency that it settles in; null: the chargeback's.
ALTER TABLE chargeback ADD COLUMN provider_fee_currency text CHECK (provider_fee_currency ~ '^[a-z]{3}$');
