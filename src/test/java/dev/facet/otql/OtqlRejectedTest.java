package dev.facet.otql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import dev.facet.plan.Planner;
import dev.facet.plan.otql.OtqlPlanner;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Mistake;
import dev.facet.query.text.OtqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of {@code otql/rejected.txt} is refused at its row and column, and says why. */
class OtqlRejectedTest {
  private static final Path REJECTED = Path.of("src/test/resources/otql/rejected.txt");

  static List<String> rejected() throws IOException {
    return Files.readAllLines(REJECTED).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void thereAreMoreThan60OfThem() throws IOException {
    assertThat(rejected().stream().distinct()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void itIsRefusedAtItsPlace(String line) {
    String[] parts = line.split("\\|", 4);
    String text = parts[3].substring(1).replace("\\n", "\n");
    Mistake mistake = mistake(text);
    assertThat("%s | %d | %d".formatted(mistake.kind(), mistake.row(), mistake.column()))
        .as("%s: %s", text, mistake.message())
        .isEqualTo("%s | %s | %s".formatted(parts[0].strip(), parts[1].strip(), parts[2].strip()));
    assertThat(mistake.message()).endsWith(".");
  }

  @Test
  void checkingTellsTheSameAsAsking() {
    String text = "SELECT @count{} FROM UserPoint WHERE gender = \"f\"";
    assertThat(
            OtqlPlanner.check(
                () -> OtqlText.statement(text), RandomTree.definitions(), RandomTree.NOW))
        .contains(mistake(text));
  }

  @Test
  void checkingTakesAnyParameter() {
    String text = "SELECT @count{} FROM UserEvent WHERE ts >= $since AND name IN $names";
    assertThat(
            OtqlPlanner.check(
                () -> OtqlText.statement(text), RandomTree.definitions(), RandomTree.NOW))
        .isEmpty();
  }

  private static Mistake mistake(String text) {
    try {
      OtqlQuery query = new OtqlQuery(OtqlText.statement(text));
      Planner.plan(query, RandomTree.definitions(), RandomTree.NOW, null);
    } catch (FailureException e) {
      assertThat(e.failure().code())
          .startsWith("otql_")
          .isEqualTo(e.failure().code().toLowerCase(Locale.ROOT));
      return Mistake.of(e.failure()).orElseThrow();
    }
    assertThatThrownBy(() -> {}).as("refused: %s", text).isNotNull();
    throw new AssertionError(text);
  }
}
