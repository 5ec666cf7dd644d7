/** What customers are charged for. The service does not send invoices yet; its tables are there. */
@NullMarked
package dev.revgraph.sample.billing;

import org.jspecify.annotations.NullMarked;
