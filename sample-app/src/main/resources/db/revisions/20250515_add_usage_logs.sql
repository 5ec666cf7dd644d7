-- Add usage logs: one row for every request that was counted
--
-- revises: 20250515_add_tier_limits
-- branch: usage

-- +upgrade
CREATE TABLE usage_logs (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id     bigint NOT NULL,
    api_key_id     bigint,
    tier_id        bigint NOT NULL,
    endpoint       text NOT NULL,
    status         smallint NOT NULL,
    response_bytes bigint NOT NULL DEFAULT 0,
    occurred_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT fk_usage_logs_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT fk_usage_logs_api_key FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE SET NULL,
    CONSTRAINT fk_usage_logs_tier FOREIGN KEY (tier_id) REFERENCES subscription_tiers (id),
    CONSTRAINT ck_usage_logs_status CHECK (status BETWEEN 100 AND 599),
    CONSTRAINT ck_usage_logs_response_bytes CHECK (response_bytes >= 0)
);
CREATE INDEX ix_usage_logs_account_id ON usage_logs (account_id);
CREATE INDEX ix_usage_logs_api_key_id ON usage_logs (api_key_id);
CREATE INDEX ix_usage_logs_tier_id ON usage_logs (tier_id);

-- +downgrade
DROP VIEW IF EXISTS usage_summary;
DROP TABLE usage_logs;
