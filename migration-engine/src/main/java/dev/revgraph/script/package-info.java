/**
 * Revision files: finding them, reading their header, splitting their SQL the way psql does, and telling by a checksum
 * whether they changed. {@link dev.revgraph.script.RevisionLoader} is the way in; what it returns holds no SQL text,
 * which is read again when a revision is about to run.
 */
@NullMarked
package dev.revgraph.script;

import org.jspecify.annotations.NullMarked;
