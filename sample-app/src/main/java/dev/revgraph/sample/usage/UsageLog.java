package dev.revgraph.sample.usage;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    private long accountId;
    private @Nullable Long apiKeyId;
    private long tierId;
    private String endpoint;
    private short status;
    private long responseBytes;
    private int units;
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
