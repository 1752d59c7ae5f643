package dev.facet.access.audit;

import dev.facet.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done in an organisation, for those who answer for it. */
public final class Audit {
  private final Catalog catalog;

  /**
   * Which entries are asked for; null asks for no less.
   *
   * @param before what happened at this instant or later is left out
   * @param below only entries of lower numbers: those older than one seen before
   */
  public record Search(
      @Nullable Long user,
      @Nullable Deed deed,
      @Nullable Instant since,
      @Nullable Instant before,
      @Nullable Long below) {}

  public Audit(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The newest entries that fit, newest first. */
  public List<Entry> list(long organisation, Search search, int most) {
    return catalog.read(transaction -> new AuditRows(transaction).list(organisation, search, most));
  }
}
