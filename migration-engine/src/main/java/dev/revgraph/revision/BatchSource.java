package dev.revgraph.revision;

/** The first step of a batched change: which rows it goes through. */
public interface BatchSource {

    /**
     * Goes through a table in the order of one column.
     *
     * @param table as in SQL: {@code users}, {@code billing.invoices}, {@code "My App"."Users"}
     * @param keyColumn a column that is unique, never null and indexed (the primary key, usually), of type
     *     {@code smallint}, {@code integer}, {@code bigint}, {@code uuid}, {@code text} or {@code varchar}
     */
    Batches over(String table, String keyColumn);
}
