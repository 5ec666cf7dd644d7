/**
 * Brings the database of a Spring Boot application to the revision it wants, before anything else uses it. The roles
 * beyond that (endpoint, health, metrics …) live in sub-packages, each behind an auto-configuration of its own.
 */
@NullMarked
package dev.revgraph.autoconfigure;

import org.jspecify.annotations.NullMarked;
