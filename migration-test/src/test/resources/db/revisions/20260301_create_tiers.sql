-- Create tiers
--
-- revises: 20260210_split_names

-- +upgrade
CREATE TABLE tiers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(20) NOT NULL UNIQUE,
    since timestamptz NOT NULL DEFAULT now()
);
INSERT INTO tiers (name) VALUES ('free'), ('paid');
ALTER TABLE accounts ADD COLUMN tier_id bigint REFERENCES tiers (id);

-- +downgrade
ALTER TABLE accounts DROP COLUMN tier_id;
DROP TABLE tiers;
