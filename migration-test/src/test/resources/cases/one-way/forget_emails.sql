-- Forget emails
--
-- revises: create_users

-- +upgrade
ALTER TABLE users DROP COLUMN email;

-- +downgrade irreversible: nobody knows them any more
