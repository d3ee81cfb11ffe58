ALTER TABLE chargeback DROP COLUMN provider_fee_currency;
