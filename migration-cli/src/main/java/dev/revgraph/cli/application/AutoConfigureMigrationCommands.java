package dev.revgraph.cli.application;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Stands for the auto-configurations that commands run with: those of the data source and of the engine. An application
 * or library whose data source or connection details come from a class of its own lists that class in
 * {@code META-INF/spring/dev.revgraph.cli.application.AutoConfigureMigrationCommands.imports}.
 */
@Documented
@ImportAutoConfiguration
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AutoConfigureMigrationCommands {}
