package dev.facet.query.otql;

import dev.facet.query.Syntax.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole question.
 *
 * @param from the type asked about
 * @param where what is asked of each object, null for nothing
 * @param joins what the object's user point must own besides
 * @param limit of objects that are shown, null where the text says none
 */
public record Statement(
    Operation operation,
    Name from,
    @Nullable Condition where,
    List<Join> joins,
    @Nullable Integer limit) {

  public Statement {
    joins = List.copyOf(joins);
  }

  /** {@code JOIN type WHERE condition}. */
  public record Join(Name type, @Nullable Condition where) {}

  /** What is told of the objects. */
  public sealed interface Operation {

    /** A directive about the objects themselves, {@code @count{}}. */
    record Directed(Directive directive) implements Operation {}

    /** Fields of each, or sums over them. */
    record Select(List<Item> items, Place place) implements Operation {
      public Select {
        items = List.copyOf(items);
      }
    }
  }

  /**
   * A field or link that is told.
   *
   * @param selection what stands in its braces, null without
   */
  public record Item(Name name, List<Directive> directives, @Nullable List<Item> selection) {
    public Item {
      directives = List.copyOf(directives);
      selection = selection == null ? null : List.copyOf(selection);
    }
  }
}
