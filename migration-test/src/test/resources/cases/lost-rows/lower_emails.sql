-- Write emails in lower case; nothing knows afterwards how they were written
--
-- revises: create_users

-- +upgrade
UPDATE users SET email = lower(email);

-- +downgrade
