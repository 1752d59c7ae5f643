package dev.facet.catalog;

/**
 * Numbers that only grow and are never given twice, whatever the clock says and whatever was
 * deleted.
 */
public enum Sequence {
  ORGANISATION,
  USER,
  PROJECT,
  KEY,
  DASHBOARD,
  REVISION,
  CARD,
  CHART,
  INSIGHT,
  INSIGHT_REVISION,
  TEXT,
  SHARE,
  SHARE_PASSWORD,
  DEFINITION,
  ANNOTATION,
  ACCOUNT,
  COLLECTION,
  ASSIGNMENT,
  AUDIT,
  IMPORT;

  /** The next number. */
  public long next(Transaction transaction) {
    return transaction
        .handle()
        .createQuery(
            """
            INSERT INTO sequences (name, last) VALUES (:name, 1)
            ON CONFLICT (name) DO UPDATE SET last = sequences.last + 1 RETURNING last""")
        .bind("name", name())
        .mapTo(Long.class)
        .one();
  }

  /** The last number given, 0 when none was. */
  public long last(Transaction transaction) {
    return transaction
        .handle()
        .createQuery("SELECT last FROM sequences WHERE name = :name")
        .bind("name", name())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** Takes note of a number that was given by hand, so that {@link #next} goes on beyond it. */
  public void raise(Transaction transaction, long number) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO sequences (name, last) VALUES (:name, :number)
            ON CONFLICT (name) DO UPDATE SET last = excluded.last WHERE sequences.last < excluded.last""")
        .bind("name", name())
        .bind("number", number)
        .execute();
  }
}
