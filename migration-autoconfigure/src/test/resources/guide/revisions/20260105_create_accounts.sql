-- Create accounts
--
-- revises: base

-- +upgrade
CREATE TABLE accounts (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE
);

-- +downgrade
DROP TABLE accounts;
