-- Create users
--
-- revises: base

-- +upgrade
CREATE TABLE users (id int PRIMARY KEY);

-- +downgrade
DROP TABLE users;
