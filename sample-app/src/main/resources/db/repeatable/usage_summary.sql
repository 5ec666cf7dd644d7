-- What every account used in every calendar month (UTC), against the limit of its tier
CREATE OR REPLACE VIEW usage_summary AS
SELECT
    used.account_id,
    used.month,
    used.requests,
    used.units,
    tier.monthly_requests AS request_limit,
    greatest(tier.monthly_requests - used.requests, 0) AS requests_left
FROM (
    SELECT
        account_id,
        date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS month,
        count(*) AS requests,
        sum(units) AS units
    FROM usage_logs
    GROUP BY 1, 2
) used
JOIN accounts account ON account.id = used.account_id
JOIN subscription_tiers tier ON tier.id = account.tier_id;
