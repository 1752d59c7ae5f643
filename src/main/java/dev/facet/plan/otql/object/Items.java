package dev.facet.plan.otql.object;

import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Statement.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the items of a selection ask for. */
public final class Items {
  public static final String FILTER = "filter";

  private Items() {}

  /** Whether groups and sums are asked for; a mistake when some items are and others are not. */
  public static boolean areAggregated(List<Item> items, Place place) {
    if (items.isEmpty()) {
      throw Mistake.parsing(place, "a selection names at least one field.");
    }
    boolean any = items.stream().anyMatch(Items::isAggregated);
    for (Item item : items) {
      if (any && !isAggregated(item)) {
        throw Mistake.directive(
            item.name().place(),
            "\""
                + item.name().text()
                + "\" needs a directive such as @map, because others beside it have one.");
      }
    }
    return any;
  }

  private static boolean isAggregated(Item item) {
    List<Item> inside = item.selection();
    return item.directives().stream().anyMatch(one -> !one.name().equals(FILTER))
        || inside != null && inside.stream().anyMatch(Items::isAggregated);
  }

  /** What the filters of an item ask of its objects; null for nothing. */
  public static @Nullable Condition filter(Item item) {
    List<Condition> conditions = new ArrayList<>();
    for (Directive directive : item.directives()) {
      if (directive.name().equals(FILTER)) {
        Score.check(directive, List.of("clause"));
        if (directive.clause() == null) {
          throw Mistake.directive(
              directive.place(), "@filter takes a condition as text: @filter(clause: \"…\").");
        }
        conditions.add(directive.clause());
      }
    }
    return conditions.isEmpty() ? null : new Condition.All(conditions);
  }

  /** The directives beside filters. */
  public static List<Directive> others(Item item) {
    return item.directives().stream().filter(one -> !one.name().equals(FILTER)).toList();
  }
}
