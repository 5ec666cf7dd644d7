package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectKind;

/** Who writes what. */
final class Kinds {

    private static final KindWriter SCHEMAS = new SchemaKind();
    private static final KindWriter EXTENSIONS = new ExtensionKind();
    private static final KindWriter ENUMS = new EnumKind();
    private static final KindWriter COMPOSITES = new CompositeKind();
    private static final KindWriter DOMAINS = new DomainKind();
    private static final KindWriter DOMAIN_CONSTRAINTS = new DomainConstraintKind();
    private static final KindWriter RANGES = new RangeKind();
    private static final KindWriter SEQUENCES = new SequenceKind();
    private static final KindWriter ROUTINES = new RoutineKind();
    private static final KindWriter AGGREGATES = new AggregateKind();
    private static final KindWriter TABLES = new TableKind();
    private static final KindWriter COLUMNS = new ColumnKind();
    private static final KindWriter CONSTRAINTS = new ConstraintKind();
    private static final KindWriter INDEXES = new IndexKind();
    private static final KindWriter STATISTICS = new StatisticsKind();
    private static final KindWriter VIEWS = new ViewKind();
    private static final KindWriter MATERIALIZED_VIEWS = new MaterializedViewKind();
    private static final KindWriter RULES = new RuleKind();
    private static final KindWriter TRIGGERS = new TriggerKind();
    private static final KindWriter POLICIES = new PolicyKind();
    private static final KindWriter PUBLICATIONS = new PublicationKind();
    private static final KindWriter DEFAULT_PRIVILEGES = new DefaultPrivilegeKind();
    private static final KindWriter GRANTS = new GrantKind();

    private Kinds() {}

    static KindWriter of(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> SCHEMAS;
            case EXTENSION -> EXTENSIONS;
            case ENUM -> ENUMS;
            case COMPOSITE_TYPE -> COMPOSITES;
            case DOMAIN -> DOMAINS;
            case DOMAIN_CONSTRAINT -> DOMAIN_CONSTRAINTS;
            case RANGE_TYPE -> RANGES;
            case SEQUENCE -> SEQUENCES;
            case FUNCTION, PROCEDURE -> ROUTINES;
            case AGGREGATE -> AGGREGATES;
            case TABLE -> TABLES;
            case COLUMN -> COLUMNS;
            case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY -> CONSTRAINTS;
            case INDEX -> INDEXES;
            case STATISTICS -> STATISTICS;
            case VIEW -> VIEWS;
            case MATERIALIZED_VIEW -> MATERIALIZED_VIEWS;
            case RULE -> RULES;
            case TRIGGER -> TRIGGERS;
            case POLICY -> POLICIES;
            case PUBLICATION -> PUBLICATIONS;
            case DEFAULT_PRIVILEGE -> DEFAULT_PRIVILEGES;
            case GRANT -> GRANTS;
        };
    }
}
