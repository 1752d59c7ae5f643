package dev.facet.store.sql;

/** What is in reach of an expression: how to say a wanted thing of the rows at hand. */
interface Scope {
  Sql get(Wanted wanted);
}
