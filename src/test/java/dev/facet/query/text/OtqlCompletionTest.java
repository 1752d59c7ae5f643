package dev.facet.query.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtqlCompletionTest {
  private static final PropertyTypes KNOWN =
      new PropertyTypes(
          Map.of(
              PropertyTypes.EVENT,
                  Map.of("plan name", PropertyType.STRING, "revenue", PropertyType.NUMERIC),
              PropertyTypes.PERSON, Map.of("gender", PropertyType.STRING)));

  /** The cursor stands where the {@code ^} is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT @count{} FROM User^ | UserPoint UserProfile UserEvent UserActivity UserSegment UserAccount UserEmail UserAgent",
        "SELECT @count{} FROM useract^ | UserActivity",
        "SELECT @count{} FROM UserPoint JOIN ^ | UserPoint UserProfile UserEvent UserActivity UserSegment UserAccount UserEmail UserAgent",
        "SELECT @count{} FROM UserPoint WHERE cre^ | creation_ts creation_date",
        "SELECT @count{} FROM UserPoint WHERE ac^ AND id = 1 | accounts activities activity_events",
        "SELECT @count{} FROM UserPoint WHERE events { na^ | name nature",
        "SELECT @count{} FROM UserPoint WHERE events { name = \"a\" AND rev^ | revenue",
        "SELECT @count{} FROM UserPoint WHERE events @ScoreSum(min: 2) { pl^ | `plan name`",
        "SELECT @count{} FROM UserPoint WHERE events { } AND creation_d^ | creation_date",
        "SELECT @count{} FROM UserPoint WHERE activities { events { dis^ | distinct_id",
        "SELECT { em^ } FROM UserPoint | emails",
        "SELECT { profiles { gen^ } } FROM UserPoint | gender",
        "SELECT @count{} FROM UserPoint JOIN UserSegment WHERE last^ | last_modified_ts",
        "SELECT @count{} FROM Nobody WHERE ^ | ''",
      })
  void whatFitsIsSuggested(String text, String expected) {
    String whole = text.replace("^", "");
    assertThat(
            OtqlCompletion.at(whole, 1, text.indexOf('^') + 1, KNOWN).stream()
                .map(one -> one.field() == null ? one.objectType() : one.field())
                .toList())
        .isEqualTo(
            expected.isEmpty()
                ? List.of()
                : expected.startsWith("`") ? List.of(expected) : List.of(expected.split(" ")));
  }
}
