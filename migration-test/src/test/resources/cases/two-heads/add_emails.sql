-- Add emails
--
-- revises: create_users

-- +upgrade
ALTER TABLE users ADD COLUMN emails text;

-- +downgrade
ALTER TABLE users DROP COLUMN emails;
