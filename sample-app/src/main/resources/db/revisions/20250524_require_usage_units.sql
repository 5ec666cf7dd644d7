-- Require the units of a request
--
-- The check is added without looking at the rows and then validated without blocking writers; SET NOT NULL finds it
-- and need not scan the table under its exclusive lock.
--
-- revises: 20250523_backfill_usage_units
-- transaction: off
-- lock-timeout: 3s

-- +upgrade
ALTER TABLE usage_logs ADD CONSTRAINT ck_usage_logs_units_present CHECK (units IS NOT NULL) NOT VALID;
ALTER TABLE usage_logs VALIDATE CONSTRAINT ck_usage_logs_units_present;
ALTER TABLE usage_logs ALTER COLUMN units SET NOT NULL;
ALTER TABLE usage_logs DROP CONSTRAINT ck_usage_logs_units_present;

-- +downgrade
ALTER TABLE usage_logs ALTER COLUMN units DROP NOT NULL;
