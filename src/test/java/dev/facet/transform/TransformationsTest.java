package dev.facet.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree.DateFormat;
import dev.facet.query.DatasetTree.Decorators;
import dev.facet.query.DatasetTree.Decorators.Model;
import dev.facet.query.DatasetTree.Reduction;
import dev.facet.query.DatasetTree.Transformation;
import dev.facet.transform.Figure.Point;
import dev.facet.transform.Transformations.Titled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each transformation makes of its sources. A source is a number, or a series and its points:
 * {@code v: A=30 B=10}; what follows {@code /} is inside the point before it; a title of its node
 * stands before {@code @}.
 */
class TransformationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // to-list
        "to-list|-|men@3; women@4|value: men=3 women=4",
        "to-list|people|men@3; women@4.5|people: men=3 women=4.5",
        "to-list|-|men@n: total=7|value: men=7",
        "to-list|-|3|value: value=3",
        "to-list|-|a@none; b@1|value: a= b=1",
        "to-list|-|a@v: x=1 y=2|!to-list takes numbers, but its source 1 is values by key.",
        "to-list|-||!to-list takes at least 1 source, but was given 0.",
        // join
        "join|-|a: x=1 y=2; b: y=3 z=4|a,b: x[a=1] y[a=2 b=3] z[b=4]",
        "join|-|a: x=1; a: x=2 y=3|a: x=2 y=3",
        "join|-|a: 10=1 2=2; b: 2=5|a,b: 10[a=1] 2[a=2 b=5]",
        "join|-|a: x=1 y=|a: x=1 y=",
        "join|-|a: x=1; 7|!join takes values by key, but its source 2 is a number.",
        "join|-||!join takes at least 1 source, but was given 0.",
        // to-percentages
        "to-percentages|-|v: A=30 B=10|v: A[v=75 v-count=30] B[v=25 v-count=10]",
        "to-percentages|-|v: A=1 B=1 C=1|v: A[v=33.33 v-count=1] B[v=33.33 v-count=1] C[v=33.33 v-count=1]",
        "to-percentages|-|v: A=0 B=10|v: A[v-count=0] B[v=100 v-count=10]",
        "to-percentages|-|v: A=0 B=0|v: A[v-count=0] B[v-count=0]",
        "to-percentages|-|v: A= B=5|v: B[v=100 v-count=5]",
        "to-percentages|-|v: A=1/i=1 B=3|v: A[v=25 v-count=1] B[v=75 v-count=3]",
        "to-percentages|-|v: A=1; v: B=1|!to-percentages takes exactly 1 source, but was given 2.",
        "to-percentages|-|5|!to-percentages takes values by key, but its source 1 is a number.",
        // ratio
        "ratio|-|1; 4|0.25",
        "ratio|-|1; 0|none",
        "ratio|-|none; 2|none",
        "ratio|-|v: A=1; 2|none",
        "ratio|-|1|!ratio takes exactly 2 sources, but was given 1.",
        "ratio|-|1; 2; 3|!ratio takes exactly 2 sources, but was given 3.",
        // index
        "index|-|v: A=30 B=10; w: A=10 B=30|v: A[v=300 v-percentage=75 v-count=30] B[v=33.33 v-percentage=25 v-count=10]",
        "index|-|v: A=1 B=1; w: A=4|v: A[v=50 v-percentage=50 v-count=1] B[v=0 v-percentage=50 v-count=1]",
        "index min 30|-|v: A=30 B=10; w: A=10 B=30|v: A[v=300 v-percentage=75 v-count=30]",
        "index up|-|v: A=30 B=10; w: A=10 B=30|v: B[v=33.33 v-percentage=25 v-count=10] A[v=300 v-percentage=75 v-count=30]",
        "index one|-|v: A=30 B=10; w: A=10 B=30|v: A[v=300 v-percentage=75 v-count=30]",
        "index|-|v: A=1|!index takes exactly 2 sources, but was given 1.",
        // reduce
        "reduce FIRST|-|v: A=3 B=1 C=8|3",
        "reduce LAST|-|v: A=3 B=1 C=8|8",
        "reduce MAX|-|v: A=3 B=1 C=8|8",
        "reduce MIN|-|v: A=3 B=1 C=8|1",
        "reduce SUM|-|v: A=3 B=1 C=8|12",
        "reduce AVG|-|v: A=3 B=1 C=8|4",
        "reduce COUNT|-|v: A=3 B= C=8|2",
        "reduce SUM|-|v:|0",
        "reduce COUNT|-|v:|0",
        "reduce AVG|-|v:|none",
        "reduce FIRST|-|v: A= B=1|1",
        "reduce SUM|-|v: A=1/i=50 B=2|3",
        "reduce SUM|-|7|7",
        "reduce SUM|-|7; 8|!reduce takes exactly 1 source, but was given 2.",
        // format-dates
        "format-dates YYYY-MM|-|v: 2024-05-01=1 2024-05-31=2 2024-06-01=3|v: 2024-05=3 2024-06=3",
        "format-dates DD-MMM|-|v: 1714521600000=1|v: 01-May=1",
        "format-dates YYYY|-|v: 20240501=1|v: 2024=1",
        "format-dates YYYY-MM-DD|-|v: 2024=1 2024-01=2|v: 2024-01-01=3",
        "format-dates YYYY-MM|-|v: 202405=1 2024-05=2|v: 2024-05=3",
        "format-dates MM-DD|-|v: 2024032=1 2024-032=2 2024-W05-4=4|v: 02-01=7",
        "format-dates YYYY-MM-DD|-|v: 202413=1 99999999=2 -9990=4 0=8|v: 1970-01-01=9 1970-01-02=2 1969-12-31=4",
        "format-dates H:mm|-|v: 2024-05-01T23:30:00-02:00=1|v: 1:30=1",
        "format-dates MM-DD-YYYY_hh:mm_A|-|v: 2024-05-01T13:05=1|v: 05-01-2024_01:05_PM=1",
        "format-dates Do_[of]_MMMM_dddd|-|v: 2024-05-02T13=1|v: 2nd_of_May_Thursday=1",
        "format-dates none|-|v: soon=1|v: soon=1",
        "format-dates YYYY|-|v: soon=1|!format-dates cannot read \"soon\" as a date: keys are ISO dates or milliseconds since 1970.",
        "format-dates YYYY|-|v: 2024-01-01=1/x=1 2024-02-01=2/x=2|v: 2024=3/x=3",
        "format-dates YYYY|-|7|!format-dates takes values by key, but its source 1 is a number.",
        // get-decorators
        "get-decorators CHANNELS|-|v: 1=5 2=6|v: Web=5 2=6",
        "get-decorators none|-|v: 1=5|v: 1=5",
        "get-decorators CHANNELS|-|v: 1=5; v: 2=6|!get-decorators takes exactly 1 source, but was given 2.",
      })
  void givesWhatIsSaidOfIt(
      String how, @Nullable String title, @Nullable String sources, String expected) {
    List<Titled> given = new ArrayList<>();
    if (sources != null) {
      Arrays.stream(sources.split("; ")).forEach(source -> given.add(titled(source)));
    }
    Names names = new Names(Map.of(Model.CHANNELS, Map.of("1", "Web")));
    if (expected.startsWith("!")) {
      FailureException failed =
          catchThrowableOfType(
              FailureException.class,
              () -> Transformations.apply(transformation(how), given, title, names));
      assertThat(failed).as(how).isNotNull();
      assertThat(failed.failure().message()).isEqualTo(expected.substring(1));
      return;
    }
    assertThat(text(Transformations.apply(transformation(how), given, title, names)))
        .isEqualTo(expected);
  }

  private static Transformation transformation(String how) {
    String[] words = how.split(" ");
    String option = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "to-list" -> new Transformation.ToList();
      case "join" -> new Transformation.Join();
      case "to-percentages" -> new Transformation.ToPercentages();
      case "ratio" -> new Transformation.Ratio();
      case "index" ->
          new Transformation.Index(
              option.equals("min") ? 30 : 0, option.equals("up"), option.equals("one") ? 1 : 10);
      case "reduce" -> new Transformation.Reduce(Reduction.valueOf(option));
      case "format-dates" ->
          new Transformation.FormatDates(
              new DateFormat(option.equals("none") ? null : option, null));
      case "get-decorators" ->
          new Transformation.GetDecorators(
              new Decorators(option.equals("none") ? null : Model.valueOf(option), null));
      default -> throw new IllegalArgumentException(how);
    };
  }

  private static Titled titled(String source) {
    int at = source.indexOf('@');
    return new Titled(figure(source.substring(at + 1)), at < 0 ? null : source.substring(0, at));
  }

  private static Figure figure(String text) {
    if (text.equals("none")) {
      return new Figure.Count(null);
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Figure.Count(number(text));
    }
    String series = text.substring(0, colon);
    List<Point> points = new ArrayList<>();
    for (String part : text.substring(colon + 1).strip().split(" ")) {
      if (!part.isEmpty()) {
        String[] levels = part.split("/", 2);
        Point point = point(levels[0], series);
        points.add(
            levels.length == 1
                ? point
                : point.named(point.key(), List.of(point(levels[1], series))));
      }
    }
    return new Figure.Points(List.of(series), points);
  }

  private static Point point(String text, String series) {
    int equals = text.lastIndexOf('=');
    String value = text.substring(equals + 1);
    return new Point(
        text.substring(0, equals),
        value.isEmpty() ? Map.of() : Map.of(series, number(value)),
        null);
  }

  private static Number number(String text) {
    return text.contains(".") ? (Number) Double.valueOf(text) : (Number) Long.valueOf(text);
  }

  private static String text(Figure figure) {
    return switch (figure) {
      case Figure.Count(Number value) -> value == null ? "none" : text(value);
      case Figure.Points points -> {
        StringJoiner text = new StringJoiner(" ");
        text.add(String.join(",", points.series()) + ":");
        points.points().forEach(point -> text.add(text(point, points.series())));
        yield text.toString();
      }
      case Figure.Rows _ -> "rows";
    };
  }

  private static String text(Point point, List<String> series) {
    Map<String, Number> columns = new LinkedHashMap<>(point.columns());
    String text;
    if (series.size() == 1 && columns.isEmpty()) {
      text = point.key() + "=";
    } else if (series.size() == 1 && columns.keySet().equals(java.util.Set.copyOf(series))) {
      text = point.key() + "=" + text(columns.values().iterator().next());
    } else {
      StringJoiner all = new StringJoiner(" ", point.key() + "[", "]");
      columns.forEach((column, value) -> all.add(column + "=" + text(value)));
      text = all.toString();
    }
    return point.buckets() == null ? text : text + "/" + text(point.buckets().getFirst(), series);
  }

  private static String text(Number value) {
    return value.doubleValue() == value.longValue()
        ? String.valueOf(value.longValue())
        : String.valueOf(value.doubleValue());
  }
}
