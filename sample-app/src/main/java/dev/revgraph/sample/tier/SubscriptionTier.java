package dev.revgraph.sample.tier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A tier on sale. Tiers come and go with revisions, the service only reads them. */
@Entity
@Table(name = "subscription_tiers")
public class SubscriptionTier {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(nullable = false, unique = true, columnDefinition = "text")
    private String code;

    @Column(nullable = false, columnDefinition = "text")
    private String name;

    private @Nullable Integer monthlyRequests;
    private int maxApiKeys;
    private long monthlyPriceCents;

    /** Filled by the database. */
    @SuppressWarnings("UnusedVariable")
    @Column(nullable = false, insertable = false, updatable = false)
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SubscriptionTier() {}

    public long getId() {
        return id;
    }

    /** The tier's name in URLs and requests, {@code free} for instance. */
    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    /** Requests in a calendar month; empty: as many as you like. */
    public OptionalInt getMonthlyRequests() {
        return monthlyRequests == null ? OptionalInt.empty() : OptionalInt.of(monthlyRequests);
    }

    public int getMaxApiKeys() {
        return maxApiKeys;
    }

    public long getMonthlyPriceCents() {
        return monthlyPriceCents;
    }
}
