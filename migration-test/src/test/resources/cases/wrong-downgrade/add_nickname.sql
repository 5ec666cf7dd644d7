-- Add nicknames, and forget an index on the way back
--
-- revises: create_users

-- +upgrade
ALTER TABLE users ADD COLUMN nickname text;
CREATE INDEX users_email ON users (email);
CREATE TABLE nicknames (word text);

-- +downgrade
ALTER TABLE users DROP COLUMN nickname;
DROP INDEX users_email;
