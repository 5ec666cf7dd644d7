package dev.revgraph.sample.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The customers. */
public interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    @EntityGraph(attributePaths = "tier")
    Optional<Account> findById(long id);

    /** As {@link #findById}, and makes every other caller wait until this transaction ends: limits are counted so. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT account FROM Account account WHERE account.id = :id")
    Optional<Account> lockById(long id);
}
