-- Create accounts
--
-- revises: base

-- +upgrade
CREATE TABLE accounts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);

-- +downgrade
DROP TABLE accounts;
