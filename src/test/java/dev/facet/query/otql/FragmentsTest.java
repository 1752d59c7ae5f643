package dev.facet.query.otql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.query.text.OtqlText;
import java.util.List;
import org.junit.jupiter.api.Test;

class FragmentsTest {
  private static final Condition CHANNEL = OtqlText.condition("channel_id IN [\"1\"]");

  @Test
  void aFragmentJoinsWhatIsAskedOfItsTypeInParentheses() {
    assertThat(filtered("SELECT @count{} FROM UserEvent WHERE a = 1 OR b = 2", "UserEvent"))
        .isEqualTo(
            "SELECT @count{} FROM UserEvent WHERE (a = 1 OR b = 2) AND channel_id IN [\"1\"]");
  }

  @Test
  void aFragmentMakesAWhereOfItsOwn() {
    assertThat(filtered("SELECT @count{} FROM UserEvent LIMIT 3", "UserEvent"))
        .isEqualTo("SELECT @count{} FROM UserEvent WHERE channel_id IN [\"1\"] LIMIT 3");
  }

  @Test
  void joinsOfTheTypeAreFilteredToo() {
    assertThat(
            filtered(
                "SELECT @count{} FROM UserPoint JOIN UserEvent JOIN UserEmail JOIN ActivityEvent WHERE a = 1",
                "ActivityEvent"))
        .isEqualTo(
            "SELECT @count{} FROM UserPoint JOIN UserEvent WHERE channel_id IN [\"1\"] JOIN UserEmail"
                + " JOIN ActivityEvent WHERE a = 1 AND channel_id IN [\"1\"]");
  }

  @Test
  void otherTypesAreLeftAlone() {
    String text = "SELECT @count{} FROM UserPoint WHERE events { a = 1 }";
    assertThat(filtered(text, "UserEvent")).isEqualTo(text);
  }

  @Test
  void aSegmentIsJoined() {
    assertThat(
            OtqlWriter.text(
                Fragments.inSegment(OtqlText.statement("SELECT @count{} FROM UserEvent"), "12")))
        .isEqualTo("SELECT @count{} FROM UserEvent JOIN UserSegment WHERE id = \"12\"");
  }

  @Test
  void chosenValuesStandWhereTheParameterStood() {
    Condition fragment = OtqlText.condition("profiles { a IN $values AND NOT b = $values }");
    assertThat(OtqlWriter.text(Fragments.given(fragment, "values", List.of("x", "y\"z"))))
        .isEqualTo("profiles { a IN [\"x\", \"y\\\"z\"] AND NOT b IN [\"x\", \"y\\\"z\"] }");
  }

  private static String filtered(String text, String type) {
    return OtqlWriter.text(Fragments.filtered(OtqlText.statement(text), type, CHANNEL));
  }
}
