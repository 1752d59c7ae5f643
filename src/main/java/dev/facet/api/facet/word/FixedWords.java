package dev.facet.api.facet.word;

import dev.facet.dataset.cube.CubeDimension;
import dev.facet.dataset.cube.CubeMetric;
import dev.facet.dataset.cube.DataCube;
import dev.facet.form.Fields;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.SessionValue;
import dev.facet.query.Query.BusinessWidget.Widget;
import dev.facet.query.type.PropertyType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that are the same in every project, because the server gives them. */
final class FixedWords {
  private FixedWords() {}

  /** What is known of the session of an event. */
  static List<Word> ofSessions() {
    return Arrays.stream(SessionValue.values())
        .map(value -> Word.of(value.key(), typeOf(value.kind()).word()))
        .toList();
  }

  private static PropertyType typeOf(SessionValue.Kind kind) {
    return switch (kind) {
      case TEXT -> PropertyType.STRING;
      case WHOLE -> PropertyType.NUMERIC;
      case FLAG -> PropertyType.BOOLEAN;
      case TIME -> PropertyType.DATE_TIME;
    };
  }

  /** The columns of an event. */
  static List<Word> ofColumns() {
    return PropertyRef.METADATA.stream()
        .map(name -> Word.of(name, isTime(name) ? PropertyType.DATE_TIME.word() : null))
        .toList();
  }

  private static boolean isTime(String column) {
    return new PropertyRef(PropertyRef.Source.METADATA, column).isTime();
  }

  static List<Word> ofWidgets() {
    return Arrays.stream(Widget.values()).map(Widget::word).map(Word::of).toList();
  }

  static List<Word> ofCubes() {
    return Arrays.stream(DataCube.values()).map(DataCube::word).map(Word::of).toList();
  }

  static List<Word> ofDimensions(@Nullable String cube) {
    return cube(cube).dimensions().stream().map(CubeDimension::name).map(Word::of).toList();
  }

  static List<Word> ofMetrics(@Nullable String cube) {
    return cube(cube).metrics().stream().map(CubeMetric::name).map(Word::of).toList();
  }

  private static DataCube cube(@Nullable String word) {
    if (word == null) {
      throw Fields.missing("of");
    }
    return DataCube.of(word)
        .orElseThrow(
            () -> Fields.notOneOf("of", word, ofCubes().stream().map(Word::name).toList()));
  }
}
