-- Give every account a tier: those without one become free
--
-- revises: 20250516_create_billing_schema

-- +upgrade
UPDATE accounts
SET tier_id = (SELECT id FROM subscription_tiers WHERE code = 'free')
WHERE tier_id IS NULL;

ALTER TABLE accounts ALTER COLUMN tier_id SET NOT NULL;

-- +downgrade
-- Which accounts had no tier is forgotten; free is what the older release treats them as.
ALTER TABLE accounts ALTER COLUMN tier_id DROP NOT NULL;
