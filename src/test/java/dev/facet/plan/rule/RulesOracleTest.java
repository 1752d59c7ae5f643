package dev.facet.plan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.store.RandomPlans;
import dev.facet.store.RandomRows;
import dev.facet.store.Store;
import dev.facet.store.TableText;
import dev.facet.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule on both sides: random plans give the same rows before and after it, over random rows
 * and over none. {@code -Doracle.seeds=30000} tries more plans, {@code -Doracle.first=17} begins
 * elsewhere; a failure names its seed.
 */
class RulesOracleTest {
  private static final int DEPTH = 5;
  private static final int FIRST = Integer.getInteger("oracle.first", 0);
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 2_000);
  private static final int FEWEST = SEEDS / 400;
  private static final List<Store> STORES = new ArrayList<>();

  @BeforeAll
  static void fill() {
    STORES.add(new MemoryStore());
    for (int seed = 0; seed < 3; seed++) {
      Store store = new MemoryStore();
      new RandomRows(new Random(seed)).batches().forEach(store::apply);
      STORES.add(store);
    }
  }

  @AfterAll
  static void close() {
    STORES.forEach(Store::close);
  }

  static List<Rule> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_leaves_the_rows_as_they_are_and_is_hit(Rule rule) {
    assertThat(changed(List.of(rule))).as("plans that the rule changes").isGreaterThan(FEWEST);
  }

  @Test
  void all_rules_together_leave_the_rows_as_they_are() {
    assertThat(changed(Rules.all())).isPositive();
  }

  /** How many plans the rules change. */
  private static int changed(List<Rule> rules) {
    int changed = 0;
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
      Random random = new Random(seed * 31L + 7);
      Plan before = bounded(new RandomPlans(random).plan(DEPTH), random);
      Plan after = Rules.apply(before, rules);
      if (!after.equals(before)) {
        changed++;
        compare(seed, before, after);
      }
    }
    return changed;
  }

  /** Now and then only the rows in a stretch of a whole number or time, some of it said twice. */
  private static Plan bounded(Plan plan, Random random) {
    List<Column> whole =
        plan.columns().stream()
            .filter(column -> column.type() == Type.TIME || column.type() == Type.INTEGER)
            .toList();
    if (whole.isEmpty() || random.nextInt(8) > 0) {
      return plan;
    }
    Column column = whole.get(random.nextInt(whole.size()));
    List<Expression> bounds = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Expression value = plan.column(column.name());
      Expression end = new Expression.Literal((long) random.nextInt(8), column.type());
      Function function = random.nextBoolean() ? Function.LESS : Function.LESS_OR_EQUAL;
      bounds.add(
          random.nextBoolean()
              ? Expression.call(function, value, end)
              : Expression.call(function, end, value));
    }
    return new Plan.Filter(plan, new Expression.Call(Function.AND, bounds));
  }

  private static void compare(int seed, Plan before, Plan after) {
    assertThat(after.columns()).as("columns, seed %d", seed).isEqualTo(before.columns());
    for (Store store : STORES) {
      assertThat(rows(store, after, before))
          .as("seed %d\nbefore %s\nafter %s", seed, before, after)
          .isEqualTo(rows(store, before, before));
    }
  }

  /** The rows, in order where the plan before had one. */
  private static List<String> rows(Store store, Plan plan, Plan before) {
    List<String> rows = TableText.rows(store.run(1, plan));
    if (!(before instanceof Plan.Sort)) {
      rows.sort(null);
    }
    return rows;
  }
}
