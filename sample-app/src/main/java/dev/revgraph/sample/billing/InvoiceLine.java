package dev.revgraph.sample.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** One line of an invoice. */
@Entity
@Table(name = "invoice_lines")
@SuppressWarnings("UnusedVariable")
class InvoiceLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Invoice invoice;

    @Column(nullable = false, columnDefinition = "text")
    private String description;

    private long amountCents;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected InvoiceLine() {}
}
