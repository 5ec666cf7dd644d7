package dev.revgraph.store;

/** The migration tables of one schema: their names and their shape. */
final class Tables {

    /** Raised whenever an older engine could misread what a newer one writes. */
    static final int LAYOUT = 1;

    static final String REVISION_TABLE = "migration_revision";
    static final String HISTORY_TABLE = "migration_history";
    static final String LAYOUT_COMMENT = "revgraph layout ";
    private static final String ALIVE = "{alive}";

    private final Identifier schema;

    Tables(Identifier schema) {
        this.schema = schema;
    }

    /** Puts the quoted names of schema and tables into a statement. */
    String sql(String template) {
        return sql(
                template.contains(ALIVE) ? template.replace(ALIVE, Liveness.expression(schema)) : template,
                schema.quoted());
    }

    /** @param schema the schema as SQL, or what stands for it in a script */
    static String sql(String template, String schema) {
        return template.replace("{schema}", schema)
                .replace("{revision}", schema + "." + REVISION_TABLE)
                .replace("{history}", schema + "." + HISTORY_TABLE);
    }

    Identifier schema() {
        return schema;
    }

    static final String CREATE_SCHEMA = "CREATE SCHEMA IF NOT EXISTS {schema}";

    static final String CREATE = """
            CREATE TABLE {revision} (
                id text COLLATE "C" PRIMARY KEY,
                parents text[] NOT NULL,
                dependencies text[] NOT NULL,
                labels text[] NOT NULL,
                description text NOT NULL,
                kind text NOT NULL CHECK (kind IN ('sql', 'java', 'repeatable')),
                transactional boolean NOT NULL,
                checksum_algorithm text,
                upgrade_checksum text,
                downgrade_checksum text,
                downgrade_script text,
                seal text,
                state text NOT NULL CHECK (state IN ('applied', 'running')),
                direction text NOT NULL CHECK (direction IN ('upgrade', 'downgrade')),
                statements_started integer NOT NULL,
                statements_finished integer NOT NULL,
                batches jsonb NOT NULL DEFAULT '{}',
                backend_pid integer,
                backend_start timestamptz,
                seen_at timestamptz,
                applied_at timestamptz NOT NULL,
                applied_by text NOT NULL,
                application text,
                application_version text,
                millis bigint NOT NULL,
                statement text,
                pooled boolean NOT NULL DEFAULT false
            );
            CREATE UNIQUE INDEX migration_revision_running ON {revision} (state) WHERE state = 'running';
            CREATE TABLE {history} (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                operation text NOT NULL,
                revision text,
                heads_before text[] NOT NULL,
                heads_after text[] NOT NULL,
                outcome text NOT NULL CHECK (outcome IN ('done', 'failed')),
                started_at timestamptz NOT NULL,
                finished_at timestamptz NOT NULL,
                username text NOT NULL,
                host text,
                application text,
                application_version text,
                reason text,
                error text,
                sqlstate text,
                settled text[]
            );
            COMMENT ON TABLE {history} IS 'What was done to this schema by its revisions; lines are only ever added';
            COMMENT ON TABLE {revision} IS 'revgraph layout 1'
            """;
}
