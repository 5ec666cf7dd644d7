package dev.revgraph.test;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the classes inside of tests that are there to be run by {@link Cases}, and mostly to fail, when a pattern makes a
 * build find them. JUnit finds this one by {@code META-INF/services}.
 */
public final class CasesByThemselves implements ExecutionCondition {

    static final String RUN = "dev.revgraph.test.cases";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isCase = context.getTestClass()
                .filter(Class::isMemberClass)
                .filter(type -> Modifier.isStatic(type.getModifiers()))
                .isPresent();
        return isCase && context.getConfigurationParameter(RUN).isEmpty()
                ? ConditionEvaluationResult.disabled("It is run by the test around it.")
                : ConditionEvaluationResult.enabled("");
    }
}
