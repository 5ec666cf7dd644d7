/**
 * Revision files: finding them, reading their header, splitting their SQL the way psql does, and telling by a checksum
 * whether they changed. {@link dev.revgraph.script.RevisionLoader} is the way in; what it returns holds no SQL text,
 * which is read again when a revision is about to run.
 *
 * <p>The rules in short:
 *
 * <ul>
 *   <li><b>Bytes.</b> UTF-8; a byte order mark is skipped, NUL is refused. Line ends become line feeds wherever they
 *       stand, in string literals and COPY data too: a checkout with other line ends is the same revision.
 *   <li><b>Header.</b> The line comments before the first section. {@code -- name:} in lower case is a key, and an
 *       unknown one is an error; everything else is prose, its first line the description.
 *   <li><b>Sections.</b> {@code -- +upgrade} and {@code -- +downgrade} (or {@code -- +downgrade irreversible: reason}),
 *       each a comment that begins a line outside quotes and COPY data.
 *   <li><b>Statements.</b> End where they end for psql. Each section is read as if {@code standard_conforming_strings}
 *       were on, until it says otherwise itself. Variables of psql ({@code :name}) are not replaced, its commands
 *       ({@code \d}) are errors.
 *   <li><b>Placeholders.</b> <code>${name}</code> is replaced within statements, quoted text included, after they are
 *       split and after the checksum is taken; never in comments or COPY data.
 *   <li><b>Checksums.</b> SHA-256 over the tokens and COPY data of a section; layout, comments, empty statements and the
 *       header do not count.
 * </ul>
 */
@NullMarked
package dev.revgraph.script;

import org.jspecify.annotations.NullMarked;
