-- Require emails, and do not let go of that
--
-- revises: lower_emails

-- +upgrade
ALTER TABLE users ALTER COLUMN email SET DEFAULT 'none';
UPDATE users SET email = DEFAULT WHERE email IS NULL;

-- +downgrade
ALTER TABLE users ALTER COLUMN email DROP DEFAULT;
ALTER TABLE users ADD CONSTRAINT passing CHECK (email <> 'none');
ALTER TABLE users DROP CONSTRAINT passing;
