package dev.revgraph.cli.application;

import org.springframework.context.annotation.Configuration;

/** All there is in the context of a command. */
@Configuration(proxyBeanMethods = false)
@AutoConfigureMigrationCommands
class CommandsConfiguration {}
