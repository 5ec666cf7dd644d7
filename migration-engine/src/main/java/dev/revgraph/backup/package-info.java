/**
 * Backups of a database with PostgreSQL's own programs, and the way back: {@code pg_dump} writes a file and a manifest goes
 * beside it; {@code pg_restore} reads it into a fresh database, which takes the place of the old one once it has been
 * counted.
 */
@NullMarked
package dev.revgraph.backup;

import org.jspecify.annotations.NullMarked;
