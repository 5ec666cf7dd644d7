-- Create the base schema: subscription tiers, accounts, API keys
--
-- revises: base

-- +upgrade
CREATE TABLE subscription_tiers (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text NOT NULL,
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT uq_subscription_tiers_code UNIQUE (code),
    CONSTRAINT ck_subscription_tiers_code CHECK (code ~ '^[a-z][a-z0-9-]{1,30}$')
);

CREATE TABLE accounts (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      text NOT NULL,
    name       text NOT NULL,
    tier_id    bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT fk_accounts_tier FOREIGN KEY (tier_id) REFERENCES subscription_tiers (id),
    CONSTRAINT ck_accounts_email CHECK (email LIKE '_%@_%')
);
CREATE UNIQUE INDEX uq_accounts_email ON accounts (lower(email));
CREATE INDEX ix_accounts_tier_id ON accounts (tier_id);

CREATE TABLE api_keys (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    name       text NOT NULL,
    secret     text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT fk_api_keys_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT uq_api_keys_secret UNIQUE (secret)
);
CREATE INDEX ix_api_keys_account_id ON api_keys (account_id);

-- +downgrade
DROP TABLE api_keys;
DROP TABLE accounts;
DROP TABLE subscription_tiers;
