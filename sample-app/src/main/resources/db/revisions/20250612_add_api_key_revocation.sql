-- Let API keys expire and be revoked
--
-- revises: 20250610_merge_usage_and_billing

-- +upgrade
ALTER TABLE api_keys
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN revoked_at timestamptz,
    ADD CONSTRAINT ck_api_keys_expires_at CHECK (expires_at > created_at);

-- +downgrade
ALTER TABLE api_keys
    DROP COLUMN expires_at,
    DROP COLUMN revoked_at;
