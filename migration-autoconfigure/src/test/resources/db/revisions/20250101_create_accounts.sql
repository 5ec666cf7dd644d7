-- Accounts
--
-- revises: base

-- +upgrade
CREATE TABLE account (id bigint PRIMARY KEY, name text NOT NULL);

-- +downgrade
DROP TABLE account;
