-- Add the monthly price of a tier
--
-- revises: 20250519_give_every_account_a_tier

-- +upgrade
ALTER TABLE subscription_tiers
    ADD COLUMN monthly_price_cents bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT ck_subscription_tiers_monthly_price CHECK (monthly_price_cents >= 0);

UPDATE subscription_tiers SET monthly_price_cents = 4900 WHERE code = 'team';
UPDATE subscription_tiers SET monthly_price_cents = 49900 WHERE code = 'business';

-- +downgrade
ALTER TABLE subscription_tiers DROP COLUMN monthly_price_cents;
