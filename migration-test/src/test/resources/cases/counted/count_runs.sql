-- Leave a mark that is another one each time this runs
--
-- revises: base

-- +upgrade
CREATE TABLE runs (mark uuid);
INSERT INTO runs VALUES (gen_random_uuid());

-- +downgrade
DROP TABLE runs;
