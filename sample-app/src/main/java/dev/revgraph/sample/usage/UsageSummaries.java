package dev.revgraph.sample.usage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the view that {@code db/repeatable/usage_summary.sql} defines. */
@Repository
class UsageSummaries {

    private final JdbcClient jdbc;

    UsageSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest month first. */
    List<Month> of(long accountId) {
        return jdbc.sql("""
                        SELECT month, requests, units, request_limit, requests_left
                        FROM usage_summary
                        WHERE account_id = :account
                        ORDER BY month DESC
                        """).param("account", accountId).query(Month.class).list();
    }

    /** {@code requestLimit} and {@code requestsLeft} null: no limit. */
    record Month(
            LocalDate month,
            long requests,
            long units,
            @Nullable Integer requestLimit,
            @Nullable Long requestsLeft) {}
}
