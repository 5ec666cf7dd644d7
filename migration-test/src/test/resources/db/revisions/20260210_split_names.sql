-- Split names
--
-- revises: 20260105_create_accounts

-- +upgrade
ALTER TABLE accounts ADD COLUMN first_name text, ADD COLUMN last_name text;
UPDATE accounts SET first_name = split_part(name, ' ', 1), last_name = split_part(name, ' ', 2);
ALTER TABLE accounts ALTER COLUMN last_name SET NOT NULL, DROP COLUMN name;

-- +downgrade
ALTER TABLE accounts ADD COLUMN name text;
UPDATE accounts SET name = concat_ws(' ', first_name, nullif(last_name, ''));
ALTER TABLE accounts ALTER COLUMN name SET NOT NULL, DROP COLUMN first_name, DROP COLUMN last_name;
