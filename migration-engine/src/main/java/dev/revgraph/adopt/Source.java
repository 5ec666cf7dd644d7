package dev.revgraph.adopt;

/** What has made a database, as far as its records are concerned. */
public enum Source {
    FLYWAY("flyway"),
    ALEMBIC("alembic"),

    /** Nobody has kept records. */
    SCHEMA("schema");

    private final String text;

    Source(String text) {
        this.text = text;
    }

    /** As it is typed and shown. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
