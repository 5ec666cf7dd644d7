package dev.revgraph.benchmarks;

/** What is compared. */
enum Tool {
    PLAIN_JDBC("plain JDBC"),
    PLAIN_JDBC_ASYNC("plain JDBC, asynchronous commits"),
    REVGRAPH("Revgraph"),
    FLYWAY("Flyway"),
    LIQUIBASE("Liquibase");

    private final String label;

    Tool(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Made only when asked for: a process that measures one tool has the classes of no other. */
    Contender contender() {
        return switch (this) {
            case PLAIN_JDBC -> new PlainJdbc(false);
            case PLAIN_JDBC_ASYNC -> new PlainJdbc(true);
            case REVGRAPH -> new RevgraphContender();
            case FLYWAY -> new FlywayContender();
            case LIQUIBASE -> new LiquibaseContender();
        };
    }

    /** Commits differ only when there is something to commit. */
    boolean hasItsOwnNothing() {
        return this != PLAIN_JDBC_ASYNC;
    }
}
