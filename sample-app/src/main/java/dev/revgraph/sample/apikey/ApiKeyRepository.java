package dev.revgraph.sample.apikey;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiKeyRepository extends Repository<ApiKey, Long> {

    ApiKey save(ApiKey key);

    Optional<ApiKey> findByKeyHash(byte[] keyHash);

    Optional<ApiKey> findByIdAndAccountId(long id, long accountId);

    @Query("""
            SELECT count(key) FROM ApiKey key
            WHERE key.accountId = :accountId AND key.revokedAt IS NULL
              AND (key.expiresAt IS NULL OR key.expiresAt > :now)
            """)
    long countUsable(long accountId, Instant now);
}
