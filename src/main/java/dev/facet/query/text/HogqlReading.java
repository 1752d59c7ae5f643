package dev.facet.query.text;

import dev.facet.model.FailureException;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where in a request and how deep in a text reading is; one for each text, used by one thread. The
 * depth bounds what planners and engines have to descend later: a row of operators nests as deep as
 * it is long.
 */
final class HogqlReading {
  private static final int MAX_DEPTH = 250;

  private final String path;
  private final Place origin;
  private int depth;

  HogqlReading(String path, Place origin, int depth) {
    this.path = path;
    this.origin = origin;
    this.depth = depth;
  }

  String path() {
    return path;
  }

  int depth() {
    return depth;
  }

  Place place(ParserRuleContext context) {
    return place(context.getStart());
  }

  Place place(Token token) {
    return HogqlMistakes.place(origin, token);
  }

  /** Reads something so many levels deeper. */
  <T> T deeper(int levels, Place place, Supplier<T> read) {
    depth += levels;
    if (depth > MAX_DEPTH) {
      throw FailureException.invalid(
          "hogql_too_deep",
          path,
          "Line %d, column %d: more than %d operators stand within one another."
              .formatted(place.line(), place.column(), MAX_DEPTH));
    }
    T result = read.get();
    depth -= levels;
    return result;
  }

  /** Each one read, in a plain loop: streams would take most of the stack of nested texts. */
  static <A, B> List<B> each(List<A> all, Function<A, B> read) {
    List<B> result = new ArrayList<>(all.size());
    for (A one : all) {
      result.add(read.apply(one));
    }
    return result;
  }

  /** Something that is understood and not served, or makes no sense. */
  FailureException refuse(Place place, String sentence) {
    return HogqlMistakes.failure(path, place, sentence);
  }
}
