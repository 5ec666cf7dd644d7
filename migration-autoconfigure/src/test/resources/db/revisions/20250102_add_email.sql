-- Accounts have an address
--
-- revises: 20250101_create_accounts

-- +upgrade
ALTER TABLE account ADD COLUMN email text;

-- +downgrade
ALTER TABLE account DROP COLUMN email;
