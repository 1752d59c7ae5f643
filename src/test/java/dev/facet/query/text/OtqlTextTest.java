package dev.facet.query.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Statement;
import dev.facet.query.otql.Statement.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtqlTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT @count{} FROM UserPoint",
        "select @count {} from UserPoint where emails{}",
        "SELECT @count() FROM UserPoint # a comment\n LIMIT 3",
        "SELECT @count FROM UserPoint /* over\ntwo lines */ WHERE NOT (id = 1 OR id == 2)",
        "SELECT {id name} FROM UserSegment LIMIT 10",
        "SELECT { id, name } FROM UserSegment",
        "SELECT profiles { gender @map(limit: 500) } FROM UserPoint",
        "SELECT { a @map { b @map { c @avg } } } FROM UserEvent",
        "SELECT @count{} FROM UserPoint WHERE events @ScoreSum(min : 5) { name IN [\"a\", 'b', `c`] }",
        "SELECT @count{} FROM UserEvent JOIN UserSegment WHERE id = \"1\" JOIN UserEmail LIMIT 5",
        "SELECT @count{} FROM UserEvent WHERE `plan name` <> \"x\" AND $browser = $x AND match(url, \"a b\")",
      })
  void statementsAreRead(String text) {
    assertThat(OtqlText.statement(text).from().text()).startsWith("User");
  }

  @Test
  void andBindsTighterThanOrAndNotTighterStill() {
    Condition condition = OtqlText.condition("NOT a = 1 AND b = 2 OR c = 3");
    assertThat(condition).isInstanceOf(Condition.Any.class);
    Condition first = ((Condition.Any) condition).conditions().getFirst();
    assertThat(first).isInstanceOf(Condition.All.class);
    assertThat(((Condition.All) first).conditions().getFirst()).isInstanceOf(Condition.Not.class);
  }

  @Test
  void everyKindOfQuoteHoldsATextWithEscapes() {
    Condition condition = OtqlText.condition("a IN [\"x\\\"y\", 'it\\'s', `b\\`c`, \"\\\\\"]");
    assertThat(((Literal.Many) ((Condition.In) condition).values()).values())
        .extracting(value -> ((Literal.Text) value).text())
        .containsExactly("x\"y", "it's", "b`c", "\\");
  }

  @Test
  void numbersAreWholeWhereTheyCanBe() {
    Condition condition = OtqlText.condition("a IN [5, -2, 5.0, 0.25, 1e3]");
    assertThat(((Literal.Many) ((Condition.In) condition).values()).values())
        .extracting(value -> ((Literal.Number) value).value())
        .containsExactly(5L, -2L, 5L, 0.25, 1000L);
  }

  @Test
  void namesKnowTheirPlaces() {
    Statement statement = OtqlText.statement("SELECT @count{}\n  FROM UserPoint");
    assertThat(statement.from().place().line()).isEqualTo(2);
    assertThat(statement.from().place().column()).isEqualTo(8);
    assertThat(((Operation.Directed) statement.operation()).directive().place().column())
        .isEqualTo(8);
  }

  @Test
  void aClauseIsReadWhereItStands() {
    assertThat(
            mistake("SELECT { events @filter(clause: \"name = = 1\") { id } } FROM UserPoint")
                .column())
        .isEqualTo(41);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT | 1 | 7",
        "SELECT @count{} | 1 | 16",
        "SELECT @count{} FROM | 1 | 21",
        "SELECT @count{} FROM UserPoint WHERE | 1 | 37",
        "SELECT @count{} FROM UserPoint WHERE id = | 1 | 42",
        "SELECT @count{} FROM UserPoint WHERE id = abc | 1 | 43",
        "SELECT @count{} FROM UserPoint WHERE id ~ 1 | 1 | 41",
        "SELECT @count{} FROM UserPoint WHERE (id = 1 | 1 | 45",
        "SELECT @count{} FROM UserPoint WHERE id = \"1 | 1 | 43",
        "SELECT @count{} FROM UserPoint LIMIT -1 | 1 | 38",
        "SELECT @count{} FROM UserPoint LIMIT 1.5 | 1 | 38",
        "SELECT @count{} FROM UserPoint ORDER BY id | 1 | 32",
        "DROP TABLE events | 1 | 1",
        "SELECT { id FROM UserPoint | 1 | 13",
      })
  void whatIsNoSentenceIsRefusedWhereItStopsBeingOne(String text, int row, int column) {
    assertThat(mistake(text))
        .extracting(Mistake::kind, Mistake::row, Mistake::column)
        .containsExactly(Mistake.Kind.PARSING, row, column);
  }

  @Test
  void whatIsTooDeepOrTooLongIsRefused() {
    assertThat(
            mistake("SELECT @count{} FROM UserPoint WHERE " + "(".repeat(101) + "id = 1").message())
        .contains("100 levels");
    assertThat(
            mistake("SELECT @count{} FROM UserPoint WHERE " + "NOT ".repeat(101) + "id = 1")
                .message())
        .contains("100 levels");
    assertThat(mistake("SELECT " + " ".repeat(100_000)).message()).contains("100000 characters");
  }

  private static Mistake mistake(String text) {
    try {
      OtqlText.statement(text);
    } catch (FailureException e) {
      return Mistake.of(e.failure()).orElseThrow();
    }
    assertThatThrownBy(() -> OtqlText.statement(text))
        .as(text)
        .isInstanceOf(FailureException.class);
    throw new AssertionError();
  }
}
