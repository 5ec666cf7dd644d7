-- Merge usage and billing
--
-- revises: 20250605_add_overage_charges, 20250602_add_tier_prices

-- +upgrade

-- +downgrade
