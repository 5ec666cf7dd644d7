package dev.revgraph.sample.usage;

import dev.revgraph.sample.account.Account;
import dev.revgraph.sample.apikey.ApiKey;
import dev.revgraph.sample.tier.SubscriptionTier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** One counted request. Written here, read by queries and by the view. */
@Entity
@Table(name = "usage_logs")
@SuppressWarnings("UnusedVariable")
class UsageLog {

    private static final long BYTES_PER_UNIT = 1 << 20;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id", nullable = false)
    private long accountId;

    @Column(name = "api_key_id")
    private @Nullable Long apiKeyId;

    @Column(name = "tier_id", nullable = false)
    private long tierId;

    // Known by their numbers; these are what makes the foreign keys.

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", insertable = false, updatable = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private @Nullable Account account;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "api_key_id", insertable = false, updatable = false)
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private @Nullable ApiKey apiKey;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tier_id", insertable = false, updatable = false)
    private @Nullable SubscriptionTier tier;

    @Column(nullable = false, columnDefinition = "text")
    private String endpoint;

    private short status;
    private long responseBytes;
    private int units;

    @Column(nullable = false)
    private Instant occurredAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected UsageLog() {}

    UsageLog(long accountId, long apiKeyId, long tierId, Request request, Instant occurredAt) {
        this.accountId = accountId;
        this.apiKeyId = apiKeyId;
        this.tierId = tierId;
        this.endpoint = request.endpoint();
        this.status = (short) request.status();
        this.responseBytes = request.responseBytes();
        this.units = unitsOf(request.responseBytes());
        this.occurredAt = occurredAt;
    }

    /** One unit for the request, and one for every full MiB it returned. */
    static int unitsOf(long responseBytes) {
        return Math.toIntExact(1 + responseBytes / BYTES_PER_UNIT);
    }

    long getId() {
        return id;
    }

    int getUnits() {
        return units;
    }
}
