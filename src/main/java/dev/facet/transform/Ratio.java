package dev.facet.transform;

import java.util.List;

/** Two numbers → the first divided by the second; no result where that is not possible. */
final class Ratio {
  private static final String NAME = "ratio";

  private Ratio() {}

  static Figure of(List<Figure> sources) {
    Transformations.exactly(NAME, 2, sources);
    boolean possible =
        sources.get(0) instanceof Figure.Count(Number dividend)
            && dividend != null
            && sources.get(1) instanceof Figure.Count(Number divisor)
            && divisor != null
            && divisor.doubleValue() != 0;
    return new Figure.Count(possible ? divided(sources) : null);
  }

  private static Number divided(List<Figure> sources) {
    return number(sources.get(0)) / number(sources.get(1));
  }

  private static double number(Figure figure) {
    return figure instanceof Figure.Count(Number value) && value != null ? value.doubleValue() : 0;
  }
}
