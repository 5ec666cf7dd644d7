package dev.revgraph.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@code migration.enabled}. Read by the binder, so that {@code flase} stops the start; the usual property condition
 * would take it for {@code false}, and migrations would silently not run.
 */
final class OnMigrationEnabled extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean enabled = Binder.get(context.getEnvironment())
                .bind("migration.enabled", Boolean.class)
                .orElse(true);
        ConditionMessage.Builder message = ConditionMessage.forCondition("Migrations");
        return enabled
                ? ConditionOutcome.match(message.because("enabled"))
                : ConditionOutcome.noMatch(message.because("migration.enabled is false"));
    }
}
