package dev.facet.transform;

import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree.Transformation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one dataset of several. */
public final class Transformations {
  private Transformations() {}

  /** A source of a transformation and the title its node was given, null for none. */
  public record Titled(Figure figure, @Nullable String title) {}

  /**
   * The dataset a transformation gives; a failure that says why it gives none.
   *
   * @param title what the node is called, null for nothing
   */
  public static Figure apply(
      Transformation how, List<Titled> sources, @Nullable String title, Names names) {
    List<Figure> figures = sources.stream().map(Titled::figure).toList();
    return switch (how) {
      case Transformation.ToList() -> ToList.of(sources, title);
      case Transformation.Join() -> Join.of(figures);
      case Transformation.ToPercentages() -> ToPercentages.of(figures);
      case Transformation.Ratio() -> Ratio.of(figures);
      case Transformation.Index index -> Index.of(figures, index);
      case Transformation.Reduce(var reduction) -> Reduce.of(figures, reduction);
      case Transformation.FormatDates(var format) -> FormatDates.of(figures, format);
      case Transformation.GetDecorators(var decorators) ->
          GetDecorators.of(figures, decorators, names);
    };
  }

  /** Refuses any other number of sources. */
  static void exactly(String name, int expected, List<?> sources) {
    if (sources.size() != expected) {
      throw FailureException.invalid(
          "source_count",
          "sources",
          "%s takes exactly %d source%s, but was given %d."
              .formatted(name, expected, expected == 1 ? "" : "s", sources.size()));
    }
  }

  /** Refuses to have no source. */
  static void some(String name, List<?> sources) {
    if (sources.isEmpty()) {
      throw FailureException.invalid(
          "source_count", "sources", name + " takes at least 1 source, but was given 0.");
    }
  }

  /** The source as points; a failure when it is a number or rows. */
  static Figure.Points points(String name, List<Figure> sources, int place) {
    return switch (sources.get(place)) {
      case Figure.Points points -> points;
      case Figure.Count _ -> throw wrong(name, place, "values by key", "a number");
      case Figure.Rows _ -> throw wrong(name, place, "values by key", "rows");
    };
  }

  static FailureException wrong(String name, int place, String expected, String given) {
    return FailureException.invalid(
        "source_type",
        "sources[" + place + "]",
        "%s takes %s, but its source %d is %s.".formatted(name, expected, place + 1, given));
  }
}
