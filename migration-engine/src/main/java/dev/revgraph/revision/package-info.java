/**
 * What applications write against: a Java revision is a class with {@link dev.revgraph.revision.Revision} that
 * implements {@link dev.revgraph.revision.JavaRevision}; everything it may use comes with its
 * {@link dev.revgraph.revision.RevisionContext}.
 */
@NullMarked
package dev.revgraph.revision;

import org.jspecify.annotations.NullMarked;
