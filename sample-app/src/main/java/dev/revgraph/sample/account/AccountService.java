package dev.revgraph.sample.account;

import dev.revgraph.sample.tier.TierRepository;
import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Opens and finds accounts. */
@Service
public class AccountService {

    private final AccountRepository accounts;
    private final TierRepository tiers;
    private final Clock clock;

    AccountService(AccountRepository accounts, TierRepository tiers, Clock clock) {
        this.accounts = accounts;
        this.tiers = tiers;
        this.clock = clock;
    }

    @Transactional
    Account open(String email, String name, String tierCode) {
        var tier = tiers.findByCode(tierCode)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "There is no tier \"" + tierCode + "\"; GET /tiers lists them."));
        try {
            return accounts.saveAndFlush(new Account(email, name, tier, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "There is an account with the address \"" + email + "\" already.", e);
        }
    }

    /** The account with its tier; answered with 404 where there is none. */
    @Transactional(readOnly = true)
    public Account get(long id) {
        return accounts.findById(id).orElseThrow(() -> missing(id));
    }

    /** As {@link #get}; callers within a transaction of their own wait for each other. */
    @Transactional
    public Account lock(long id) {
        return accounts.lockById(id).orElseThrow(() -> missing(id));
    }

    private static ResponseStatusException missing(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no account " + id + ".");
    }
}
