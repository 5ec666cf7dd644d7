-- Add names
--
-- revises: forget_emails

-- +upgrade
ALTER TABLE users ADD COLUMN name text DEFAULT '${greeting}';

-- +downgrade
ALTER TABLE users DROP COLUMN name;
