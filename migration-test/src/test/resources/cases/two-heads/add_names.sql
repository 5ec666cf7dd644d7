-- Add names
--
-- revises: create_users

-- +upgrade
ALTER TABLE users ADD COLUMN names text;

-- +downgrade
ALTER TABLE users DROP COLUMN names;
