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

  /**
   * Some of the entries.
   *
   * @param total how many fit beside the cursor
   * @param more whether older ones follow
   */
  public record Part(List<Entry> entries, long total, boolean more) {}

  /** The newest entries that fit, newest first. */
  public Part list(long organisation, Search search, int most) {
    return catalog.read(
        transaction -> {
          AuditRows rows = new AuditRows(transaction);
          List<Entry> found = rows.list(organisation, search, most + 1);
          return new Part(
              found.subList(0, Math.min(most, found.size())),
              rows.count(organisation, search),
              found.size() > most);
        });
  }
}
