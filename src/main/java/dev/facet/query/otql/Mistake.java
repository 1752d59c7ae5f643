package dev.facet.query.otql;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.Syntax.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a text, and where. It travels as a failure whose code says the kind and whose
 * sentence begins with the place; {@link #of} reads it back.
 *
 * @param row from 1
 * @param column from 1
 */
public record Mistake(Kind kind, int row, int column, String message) {
  private static final String CODE = "otql_";
  private static final Pattern WRITTEN =
      Pattern.compile("Row (\\d+), column (\\d+): (.*)", Pattern.DOTALL);

  /** What kind of rule it breaks. */
  public enum Kind {
    /** The text is no sentence of the language. */
    PARSING,
    /** A type that is not there; something of one type where another is meant. */
    TYPINGS,
    /** A field that is not there. */
    FIELD,
    /** A directive that is not there, or one of its arguments. */
    DIRECTIVE
  }

  public static FailureException parsing(Place place, String message) {
    return new Mistake(Kind.PARSING, place.line(), place.column(), message).failure();
  }

  public static FailureException typings(Place place, String message) {
    return new Mistake(Kind.TYPINGS, place.line(), place.column(), message).failure();
  }

  public static FailureException field(Place place, String message) {
    return new Mistake(Kind.FIELD, place.line(), place.column(), message).failure();
  }

  public static FailureException directive(Place place, String message) {
    return new Mistake(Kind.DIRECTIVE, place.line(), place.column(), message).failure();
  }

  private FailureException failure() {
    return FailureException.invalid(
        CODE + kind.name().toLowerCase(Locale.ROOT),
        "query_text",
        "Row %d, column %d: %s".formatted(row, column, message));
  }

  /** The mistake that a failure tells of; empty when it is about something else. */
  public static Optional<Mistake> of(Failure failure) {
    Matcher written = WRITTEN.matcher(failure.message());
    return Arrays.stream(Kind.values())
        .filter(kind -> failure.code().equals(CODE + kind.name().toLowerCase(Locale.ROOT)))
        .filter(kind -> written.matches())
        .findFirst()
        .map(
            kind ->
                new Mistake(
                    kind,
                    Integer.parseInt(written.group(1)),
                    Integer.parseInt(written.group(2)),
                    written.group(3)));
  }
}
