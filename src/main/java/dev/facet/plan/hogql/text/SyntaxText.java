package dev.facet.plan.hogql.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Bound;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.Syntax.Cte;
import dev.facet.query.Syntax.Frame;
import dev.facet.query.Syntax.Item;
import dev.facet.query.Syntax.Join;
import dev.facet.query.Syntax.Order;
import dev.facet.query.Syntax.Select;
import dev.facet.query.Syntax.SetOperation;
import dev.facet.query.Syntax.Source;
import dev.facet.query.Syntax.Statement;
import dev.facet.query.Syntax.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tree of HogQL as one line of text, operators as calls; reading the text gives the tree again.
 */
public final class SyntaxText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private SyntaxText() {}

  public static String of(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Name name -> path(name.parts());
      case Constant constant -> constant(constant.value());
      case Call call -> call(call);
      case Syntax.Lambda lambda ->
          "("
              + lambda.parameters().stream()
                  .map(SyntaxText::identifier)
                  .collect(Collectors.joining(", "))
              + ") -> "
              + of(lambda.body());
      case Syntax.ListOf list -> "[" + all(list.items()) + "]";
      case Syntax.TupleOf tuple -> "tuple(" + all(tuple.items()) + ")";
      case Syntax.Star star -> star(star);
      case Syntax.Subquery subquery -> "(" + of(subquery.statement()) + ")";
      case Syntax.Placeholder placeholder ->
          "{"
              + path(placeholder.path())
              + (placeholder.arguments() == null
                  ? ""
                  : "(" + join(placeholder.arguments(), SyntaxText::item) + ")")
              + "}";
      case Syntax.Cast cast -> "CAST(" + of(cast.value()) + " AS " + cast.type() + ")";
      case Syntax.Index index -> of(index.object()) + "[" + of(index.index()) + "]";
      case Syntax.Member member -> of(member.object()) + "." + member(member.name());
    };
  }

  private static String member(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9') ? name : identifier(name);
  }

  private static String all(List<Syntax> all) {
    return join(all, SyntaxText::of);
  }

  private static <T> String join(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(", "));
  }

  private static String path(List<String> parts) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      texts.add(i == 0 ? identifier(parts.get(i)) : member(parts.get(i)));
    }
    return String.join(".", texts);
  }

  private static String identifier(String name) {
    return PLAIN.matcher(name).matches()
        ? name
        : "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
  }

  private static String constant(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case String text -> quoted(text);
      case Boolean flag -> flag ? "true" : "false";
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    return "'"
        + text.replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\r", "\\r")
        + "'";
  }

  private static String call(Call call) {
    return identifier(call.function())
        + (call.parameters().isEmpty() ? "" : "(" + all(call.parameters()) + ")")
        + "("
        + (call.distinct() ? "DISTINCT " : "")
        + all(call.arguments())
        + ")"
        + (call.filter() == null ? "" : " FILTER (WHERE " + of(call.filter()) + ")")
        + (call.over() == null ? "" : " OVER " + over(call.over()));
  }

  private static String over(Syntax.Over over) {
    return over.window() == null
        ? identifier(over.name() == null ? "" : over.name())
        : "(" + window(over.window()) + ")";
  }

  private static String window(Window window) {
    List<String> parts = new ArrayList<>();
    if (window.base() != null) {
      parts.add(identifier(window.base()));
    }
    if (!window.partition().isEmpty()) {
      parts.add("PARTITION BY " + all(window.partition()));
    }
    if (!window.orders().isEmpty()) {
      parts.add("ORDER BY " + join(window.orders(), SyntaxText::order));
    }
    if (window.frame() != null) {
      parts.add(frame(window.frame()));
    }
    return String.join(" ", parts);
  }

  private static String frame(Frame frame) {
    return frame.unit() + " BETWEEN " + bound(frame.start()) + " AND " + bound(frame.end());
  }

  private static String bound(Bound bound) {
    String kind = bound.kind().name().replace('_', ' ');
    return bound.offset() == null ? kind : of(bound.offset()) + " " + kind;
  }

  private static String star(Syntax.Star star) {
    String qualifier = star.qualifier().isEmpty() ? "" : path(star.qualifier()) + ".";
    return qualifier
        + "*"
        + (star.except().isEmpty()
            ? ""
            : " EXCEPT (" + join(star.except(), SyntaxText::identifier) + ")");
  }

  private static String item(Item item) {
    return of(item.expression()) + (item.alias() == null ? "" : " AS " + identifier(item.alias()));
  }

  private static String order(Order order) {
    return of(order.expression())
        + (order.descending() ? " DESC" : " ASC")
        + (order.nullsFirst() == null ? "" : order.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
  }

  public static String of(Statement statement) {
    return switch (statement) {
      case Select select -> select(select);
      case SetOperation set ->
          set.statements().stream()
              .map(part -> "(" + of(part) + ")")
              .collect(
                  Collectors.joining(
                      " "
                          + set.operator()
                              .name()
                              .replace("INTERSECT_DISTINCT", "INTERSECT")
                              .replace("EXCEPT_DISTINCT", "EXCEPT")
                              .replace('_', ' ')
                          + " "));
    };
  }

  private static String select(Select select) {
    StringBuilder out = new StringBuilder();
    if (!select.ctes().isEmpty()) {
      out.append("WITH ").append(join(select.ctes(), SyntaxText::cte)).append(' ');
    }
    out.append(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
    out.append(join(select.items(), SyntaxText::item));
    if (select.from() != null) {
      out.append(" FROM ").append(source(select.from()));
    }
    for (Syntax.ArrayJoin array : select.arrayJoins()) {
      out.append(array.left() ? " LEFT ARRAY JOIN " : " ARRAY JOIN ");
      out.append(join(array.lists(), SyntaxText::item));
    }
    clause(out, " PREWHERE ", select.prewhere());
    clause(out, " WHERE ", select.where());
    if (select.grouping().all()) {
      out.append(" GROUP BY ALL");
    } else if (!select.grouping().keys().isEmpty()) {
      out.append(" GROUP BY ").append(all(select.grouping().keys()));
    }
    clause(out, " HAVING ", select.having());
    if (!select.windows().isEmpty()) {
      out.append(" WINDOW ");
      out.append(
          join(select.windows(), w -> identifier(w.name()) + " AS (" + window(w.window()) + ")"));
    }
    clause(out, " QUALIFY ", select.qualify());
    ending(out, select);
    return out.toString();
  }

  private static void ending(StringBuilder out, Select select) {
    if (!select.orders().isEmpty()) {
      out.append(" ORDER BY ").append(join(select.orders(), SyntaxText::order));
    }
    Syntax.LimitBy by = select.limitBy();
    if (by != null) {
      clause(out, " LIMIT ", by.count());
      clause(out, " OFFSET ", by.offset());
      out.append(" BY ").append(all(by.keys()));
    }
    if (select.limit() != null) {
      clause(out, " LIMIT ", select.limit().count());
      clause(out, " OFFSET ", select.limit().offset());
    }
  }

  private static void clause(StringBuilder out, String word, @Nullable Syntax syntax) {
    if (syntax != null) {
      out.append(word).append(of(syntax));
    }
  }

  private static String cte(Cte cte) {
    if (cte.statement() != null) {
      return identifier(cte.name()) + " AS (" + of(cte.statement()) + ")";
    }
    return (cte.expression() == null ? "" : of(cte.expression())) + " AS " + identifier(cte.name());
  }

  private static String source(Source source) {
    return switch (source) {
      case Syntax.Table table ->
          path(table.name())
              + (table.arguments() == null ? "" : "(" + all(table.arguments()) + ")")
              + alias(table.alias())
              + (table.sample() == null ? "" : " SAMPLE " + of(table.sample()));
      case Syntax.Derived derived ->
          "("
              + of(derived.statement())
              + ")"
              + alias(derived.alias())
              + (derived.columns().isEmpty()
                  ? ""
                  : " (" + join(derived.columns(), SyntaxText::identifier) + ")");
      case Join join -> join(join);
    };
  }

  private static String alias(@Nullable String alias) {
    return alias == null ? "" : " AS " + identifier(alias);
  }

  private static String join(Join join) {
    String kind =
        switch (join.kind()) {
          case INNER, CROSS, RIGHT, LEFT, FULL -> join.kind().name();
          case SEMI, ANTI -> "LEFT " + join.kind().name();
        };
    String right = source(join.right());
    String other = join.right() instanceof Join ? "(" + right + ")" : right;
    return source(join.left())
        + " "
        + kind.toUpperCase(Locale.ROOT)
        + " JOIN "
        + other
        + (join.on() == null ? "" : " ON " + of(join.on()))
        + (join.using().isEmpty()
            ? ""
            : " USING (" + join(join.using(), SyntaxText::identifier) + ")");
  }
}
