package dev.revgraph.test;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** The work behind {@link MigrationTest}. The store of the class closes the database when the class is done. */
final class MigrationTestExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(MigrationTestExtension.class);

    /** A nested class has the database of the class around it, unless it is annotated itself. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        Store store = context.getStore(NAMESPACE);
        if (store.get(MigrationDatabase.class) == null || type.isAnnotationPresent(MigrationTest.class)) {
            AnnotationSupport.findAnnotation(type, MigrationTest.class).ifPresent(annotation -> {
                TestClass about = TestClass.of(annotation, type.getClassLoader(), context::getConfigurationParameter);
                OwnDatabase database = about.scratch(about.revisions(), about.start());
                store.put(OwnDatabase.class, database);
                store.put(MigrationDatabase.class, new MigrationDatabase(database, about));
            });
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        database(context).testBegins();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        database(context).testEnds();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == MigrationDatabase.class || type == DataSource.class || type == MigrationEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MigrationDatabase database = database(context);
        Class<?> type = parameter.getParameter().getType();
        return type == DataSource.class
                ? database.dataSource()
                : type == MigrationEngine.class ? database.engine() : database;
    }

    private static MigrationDatabase database(ExtensionContext context) {
        MigrationDatabase database = context.getStore(NAMESPACE).get(MigrationDatabase.class, MigrationDatabase.class);
        if (database == null) {
            throw new IllegalStateException(
                    "The class " + context.getRequiredTestClass().getName()
                            + " is not annotated with @MigrationTest, nor is one around it.");
        }
        return database;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(failure);
    }

    /** JUnit shows the message alone, so that everything the command line would say goes into it. */
    private static Throwable explained(Throwable failure) {
        return failure instanceof MigrationException said ? new AssertionError(Sentences.of(said), said) : failure;
    }
}
