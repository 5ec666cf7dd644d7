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
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** What an account is charged for a month in which it went beyond its limit. */
@Entity
@Table(name = "overage_charges", uniqueConstraints = @UniqueConstraint(columnNames = {"account_id", "month"}))
@SuppressWarnings("UnusedVariable")
class OverageCharge {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private @Nullable InvoiceLine invoiceLine;

    @Column(nullable = false)
    private LocalDate month;

    private int units;

    @Column(nullable = false)
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OverageCharge() {}
}
