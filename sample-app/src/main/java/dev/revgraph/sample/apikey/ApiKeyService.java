package dev.revgraph.sample.apikey;

import dev.revgraph.sample.account.AccountService;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Issues, revokes and recognises keys. */
@Service
public class ApiKeyService {

    private final ApiKeyRepository keys;
    private final AccountService accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeyService(ApiKeyRepository keys, AccountService accounts, Clock clock) {
        this.keys = keys;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** {@code validFor} null: until it is revoked. */
    @Transactional
    Issued issue(long accountId, String name, @Nullable Duration validFor) {
        var tier = accounts.lock(accountId).getTier();
        var now = clock.instant();
        if (keys.countUsable(accountId, now) >= tier.getMaxApiKeys()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Tier \"" + tier.getCode() + "\" allows " + tier.getMaxApiKeys()
                            + " API key(s). Revoke one first.");
        }
        var secret = Secret.random(random);
        var key = new ApiKey(accountId, name, secret, now, validFor == null ? null : now.plus(validFor));
        return new Issued(keys.save(key), secret);
    }

    @Transactional
    void revoke(long accountId, long keyId) {
        keys.findByIdAndAccountId(keyId, accountId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Account " + accountId + " has no API key " + keyId + "."))
                .revoke(clock.instant());
    }

    /** The key that belongs to this secret; empty when it is unknown, revoked or expired. */
    @Transactional(readOnly = true)
    public Optional<ApiKey> recognise(String secret) {
        return keys.findByKeyHash(new Secret(secret).hash()).filter(key -> key.opensAt(clock.instant()));
    }

    /** A new key, together with what nobody can read again later. */
    record Issued(ApiKey key, Secret secret) {}
}
