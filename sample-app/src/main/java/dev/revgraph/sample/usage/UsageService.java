package dev.revgraph.sample.usage;

import dev.revgraph.sample.account.AccountService;
import dev.revgraph.sample.apikey.ApiKeyService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Counts requests. */
@Service
class UsageService {

    private final UsageLogRepository logs;
    private final AccountService accounts;
    private final ApiKeyService keys;
    private final Clock clock;

    UsageService(UsageLogRepository logs, AccountService accounts, ApiKeyService keys, Clock clock) {
        this.logs = logs;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /** Counts the request, unless the month's limit is reached. Requests of one account are counted one by one. */
    @Transactional
    UsageLog count(String secret, Request request) {
        var key = keys.recognise(secret)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNAUTHORIZED, "The API key is unknown, revoked or expired."));
        var account = accounts.lock(key.getAccountId());
        var tier = account.getTier();
        var now = clock.instant();
        var limit = tier.getMonthlyRequests();
        if (limit.isPresent() && used(account.getId(), now) >= limit.getAsInt()) {
            throw new LimitReachedException(tier.getCode(), limit.getAsInt(), untilNextMonth(now));
        }
        return logs.save(new UsageLog(account.getId(), key.getId(), tier.getId(), request, now));
    }

    private long used(long accountId, Instant now) {
        return logs.countByAccountIdAndOccurredAtGreaterThanEqual(
                accountId, monthOf(now).toInstant());
    }

    private static Duration untilNextMonth(Instant now) {
        return Duration.between(now, monthOf(now).plusMonths(1).toInstant()).plusSeconds(1);
    }

    private static ZonedDateTime monthOf(Instant now) {
        return now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    }
}
