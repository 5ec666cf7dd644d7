-- Keep only the hash of an API key
--
-- A copy of the database must not be enough to call the service: what is left of a key is its SHA-256,
-- and its first letters, by which the owner recognises it.
--
-- revises: 20250514_create_base_schema

-- +upgrade
ALTER TABLE api_keys
    ADD COLUMN key_hash bytea,
    ADD COLUMN key_prefix text;

UPDATE api_keys SET key_hash = sha256(convert_to(secret, 'UTF8')), key_prefix = left(secret, 8);

ALTER TABLE api_keys
    ALTER COLUMN key_hash SET NOT NULL,
    ALTER COLUMN key_prefix SET NOT NULL,
    DROP COLUMN secret,
    ADD CONSTRAINT uq_api_keys_key_hash UNIQUE (key_hash),
    ADD CONSTRAINT ck_api_keys_key_hash CHECK (octet_length(key_hash) = 32);

-- +downgrade irreversible: the keys themselves are gone, and a hash does not give them back
