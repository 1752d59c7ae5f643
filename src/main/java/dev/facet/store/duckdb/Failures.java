package dev.facet.store.duckdb;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.sql.SQLException;

/** What the engine's errors mean to a caller. */
final class Failures {
  private Failures() {}

  static RuntimeException of(SQLException error, DuckDbSettings settings) {
    String message = String.valueOf(error.getMessage());
    if (message.contains("INTERRUPT Error")) {
      return cancelled();
    }
    if (message.contains("Out of Memory Error")) {
      return tooMuch(
          "query_memory_limit",
          "This question needs more memory than the "
              + settings.memoryMegabytes()
              + " MB the store may use: ask for a shorter range, a coarser interval or fewer values.");
    }
    if (message.contains("IO Error") || message.contains("FATAL Error")) {
      return new FailureException(
          new Failure.Upstream(
              "store_unavailable", "The store's files cannot be read or written."));
    }
    if (message.contains("Out of Range Error") || message.contains("Conversion Error")) {
      return FailureException.invalid(
          "number_out_of_range",
          null,
          "A number in this question became too large to compute with: whole numbers have 64 bits.");
    }
    return new IllegalStateException(message, error);
  }

  static FailureException cancelled() {
    return new FailureException(
        new Failure.Upstream("cancelled", "The query was cancelled before it was done."));
  }

  static FailureException tooLong(int characters, int most) {
    return tooMuch(
        "query_too_large",
        ("This question takes %d characters of SQL to say, more than %d: nest fewer functions, or ask"
                + " for fewer series or columns.")
            .formatted(characters, most));
  }

  static FailureException tooLarge(long cells, long characters) {
    return tooMuch(
        "result_too_large",
        ("This question has a result of more than %d values or %d million characters: ask for"
                + " fewer rows or columns, a shorter range or a coarser interval.")
            .formatted(cells, characters >> 20));
  }

  static FailureException tooLong(DuckDbSettings settings) {
    return tooMuch(
        "query_timeout",
        "This question took longer than "
            + settings.queryLimit().toSeconds()
            + " s: ask for a shorter range or fewer series, or try again when the server is less busy.");
  }

  private static FailureException tooMuch(String code, String message) {
    return new FailureException(new Failure.TooMuch(code, null, message, null));
  }
}
