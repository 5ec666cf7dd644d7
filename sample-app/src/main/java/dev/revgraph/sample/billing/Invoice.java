package dev.revgraph.sample.billing;

import dev.revgraph.sample.account.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an account is charged for a period. */
@Entity
@Table(name = "invoices", uniqueConstraints = @UniqueConstraint(columnNames = {"account_id", "period_start"}))
@SuppressWarnings("UnusedVariable")
class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    @Column(nullable = false)
    private LocalDate periodStart;

    @Column(nullable = false)
    private LocalDate periodEnd;

    @Column(nullable = false, columnDefinition = "text")
    private String currency;

    private @Nullable Instant issuedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}
}
