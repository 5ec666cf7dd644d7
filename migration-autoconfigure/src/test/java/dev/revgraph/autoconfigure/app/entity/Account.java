package dev.revgraph.autoconfigure.app.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** What the revisions on the class path make. */
@Entity
public class Account {

    @Id
    private long id;

    private @Nullable String name;

    private @Nullable String email;

    protected Account() {}

    public Account(long id, String name, String email) {
        this.id = id;
        this.name = name;
        this.email = email;
    }

    public long id() {
        return id;
    }

    public @Nullable String name() {
        return name;
    }

    public @Nullable String email() {
        return email;
    }
}
