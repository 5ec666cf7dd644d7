# the key of partitions
--- from
CREATE TABLE t (a int, b int) PARTITION BY RANGE (a);
--- to
CREATE TABLE t (a int, b int) PARTITION BY RANGE (b);
--- refused
The partition key of table public.t differs and cannot be altered: make a new table, move the rows, and rename.
# partitioned or not
--- from
CREATE TABLE t (a int);
--- to
CREATE TABLE t (a int) PARTITION BY RANGE (a);
--- refused
The partition key of table public.t differs and cannot be altered: make a new table, move the rows, and rename.
# a column that the heir has too
CREATE TABLE a (id int);
--- from
CREATE TABLE c (extra int) INHERITS (a);
--- to
CREATE TABLE c (id int, extra int) INHERITS (a);
--- refused
Whether the column public.c.id is there because of its parent alone differs and cannot be altered: make a new table, move the rows, and rename.
# a composite type that a column is of
--- from
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t (p pair);
--- to
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (p pair);
--- refused
The composite type public.pair cannot be made anew while columns are of it: give them another type first, or make a new type under another name.
# a range type that a column is of
--- from
CREATE TYPE span AS RANGE (subtype = int);
CREATE TABLE t (p span);
--- to
CREATE TYPE span AS RANGE (subtype = bigint);
CREATE TABLE t (p span);
--- refused
The range type public.span cannot be made anew while columns are of it: give them another type first, or make a new type under another name.
# the type of a domain that a column is of
--- from
CREATE DOMAIN d AS int;
CREATE TABLE t (p d[]);
--- to
CREATE DOMAIN d AS text;
CREATE TABLE t (p d[]);
--- refused
The domain public.d cannot be made anew while columns are of it: give them another type first, or make a new type under another name.
