-- Add the units that a request costs; older rows get theirs in the next revision
--
-- revises: 20250515_add_usage_logs

-- +upgrade
ALTER TABLE usage_logs ADD COLUMN units integer;
ALTER TABLE usage_logs ADD CONSTRAINT ck_usage_logs_units CHECK (units > 0);

-- +downgrade
DROP VIEW IF EXISTS usage_summary;
ALTER TABLE usage_logs DROP COLUMN units;
