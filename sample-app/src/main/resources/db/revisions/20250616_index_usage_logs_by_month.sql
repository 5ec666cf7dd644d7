-- Index usage logs by account and time, while requests go on being counted
--
-- The new index also serves the foreign key, so the old one goes.
--
-- revises: 20250612_add_api_key_revocation
-- transaction: off

-- +upgrade
CREATE INDEX CONCURRENTLY ix_usage_logs_account_id_occurred_at ON usage_logs (account_id, occurred_at);
DROP INDEX CONCURRENTLY ix_usage_logs_account_id;

-- +downgrade
CREATE INDEX CONCURRENTLY ix_usage_logs_account_id ON usage_logs (account_id);
DROP INDEX CONCURRENTLY ix_usage_logs_account_id_occurred_at;
