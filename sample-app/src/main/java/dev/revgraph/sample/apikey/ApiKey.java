package dev.revgraph.sample.apikey;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as the database knows it: by its hash. */
@Entity
@Table(name = "api_keys")
public class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long accountId;
    private String name;

    /** Read by queries alone. */
    @SuppressWarnings("UnusedVariable")
    private byte[] keyHash;

    private String keyPrefix;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant revokedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(long accountId, String name, Secret secret, Instant createdAt, @Nullable Instant expiresAt) {
        this.accountId = accountId;
        this.name = name;
        this.keyHash = secret.hash();
        this.keyPrefix = secret.prefix();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean opensAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    public long getId() {
        return id;
    }

    public long getAccountId() {
        return accountId;
    }

    String getName() {
        return name;
    }

    String getKeyPrefix() {
        return keyPrefix;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    @Nullable Instant getExpiresAt() {
        return expiresAt;
    }
}
