-- Create the billing schema: invoices and their lines
--
-- revises: 20250515_add_tier_limits
-- branch: billing

-- +upgrade
CREATE TABLE invoices (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   bigint NOT NULL,
    period_start date NOT NULL,
    period_end   date NOT NULL,
    currency     text NOT NULL DEFAULT 'EUR',
    issued_at    timestamptz,
    CONSTRAINT fk_invoices_account FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT uq_invoices_account_period UNIQUE (account_id, period_start),
    CONSTRAINT ck_invoices_period CHECK (period_start < period_end),
    CONSTRAINT ck_invoices_currency CHECK (currency ~ '^[A-Z]{3}$')
);

CREATE TABLE invoice_lines (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invoice_id   bigint NOT NULL,
    description  text NOT NULL,
    amount_cents bigint NOT NULL,
    CONSTRAINT fk_invoice_lines_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE
);
CREATE INDEX ix_invoice_lines_invoice_id ON invoice_lines (invoice_id);

-- +downgrade
DROP TABLE invoice_lines;
DROP TABLE invoices;
