package dev.revgraph.sample.apikey;

import dev.revgraph.sample.account.Account;
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

/** A key as the database knows it: by its hash. */
@Entity
@Table(name = "api_keys")
public class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id", nullable = false)
    private long accountId;

    /** Known by its number; this is what makes the foreign key. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", insertable = false, updatable = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private @Nullable Account account;

    @Column(nullable = false, columnDefinition = "text")
    private String name;

    /** Read by queries alone. */
    @SuppressWarnings("UnusedVariable")
    @Column(nullable = false, unique = true)
    private byte[] keyHash;

    @Column(nullable = false, columnDefinition = "text")
    private String keyPrefix;

    @Column(nullable = false)
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
