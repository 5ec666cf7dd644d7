-- Create users
--
-- revises: base

-- +upgrade
CREATE TABLE users (id int PRIMARY KEY, email text);

-- +downgrade
DROP TABLE users;
