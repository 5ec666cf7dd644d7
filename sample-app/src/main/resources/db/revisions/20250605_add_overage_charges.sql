-- Add charges for usage beyond the limit, each on a line of an invoice
--
-- The usage branch needs a table of the billing branch, long before the two are merged.
--
-- revises: 20250524_require_usage_units
-- depends-on: 20250516_create_billing_schema

-- +upgrade
CREATE TABLE overage_charges (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id      bigint NOT NULL,
    invoice_line_id bigint,
    month           date NOT NULL,
    units           integer NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT fk_overage_charges_account FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT fk_overage_charges_invoice_line FOREIGN KEY (invoice_line_id) REFERENCES invoice_lines (id) ON DELETE SET NULL,
    CONSTRAINT uq_overage_charges_account_month UNIQUE (account_id, month),
    CONSTRAINT ck_overage_charges_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT ck_overage_charges_units CHECK (units > 0)
);
CREATE INDEX ix_overage_charges_invoice_line_id ON overage_charges (invoice_line_id);

-- +downgrade
DROP TABLE overage_charges;
