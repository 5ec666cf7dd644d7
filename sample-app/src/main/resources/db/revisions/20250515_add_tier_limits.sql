-- Add limits to the tiers, and the three tiers on sale
--
-- revises: 20250514_hash_api_keys

-- +upgrade
ALTER TABLE subscription_tiers
    ADD COLUMN monthly_requests integer,
    ADD COLUMN max_api_keys integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT ck_subscription_tiers_monthly_requests CHECK (monthly_requests > 0),
    ADD CONSTRAINT ck_subscription_tiers_max_api_keys CHECK (max_api_keys > 0);
COMMENT ON COLUMN subscription_tiers.monthly_requests IS 'Requests an account may make in a calendar month, UTC; null: no limit';

INSERT INTO subscription_tiers (code, name, monthly_requests, max_api_keys)
VALUES ('free', 'Free', 100, 1),
       ('team', 'Team', 10000, 5),
       ('business', 'Business', NULL, 50)
ON CONFLICT (code) DO UPDATE
    SET monthly_requests = excluded.monthly_requests, max_api_keys = excluded.max_api_keys;

-- +downgrade
-- The tiers stay: accounts may already refer to them, and the older release can live with them.
ALTER TABLE subscription_tiers
    DROP COLUMN monthly_requests,
    DROP COLUMN max_api_keys;
