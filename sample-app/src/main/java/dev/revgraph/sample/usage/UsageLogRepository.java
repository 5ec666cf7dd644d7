package dev.revgraph.sample.usage;

import java.time.Instant;
import org.springframework.data.repository.Repository;

interface UsageLogRepository extends Repository<UsageLog, Long> {

    UsageLog save(UsageLog log);

    long countByAccountIdAndOccurredAtGreaterThanEqual(long accountId, Instant from);
}
