package dev.facet.query.otql;

import dev.facet.query.otql.Statement.Item;
import dev.facet.query.otql.Statement.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements and conditions as text that reads as the same again. */
public final class OtqlWriter {
  private static final Set<String> RESERVED =
      Set.of("select", "from", "where", "join", "and", "or", "not", "limit", "in", "true", "false");

  private OtqlWriter() {}

  public static String text(Statement statement) {
    StringBuilder text = new StringBuilder("SELECT ");
    text.append(
            switch (statement.operation()) {
              case Operation.Directed directed -> directive(directed.directive()) + "{}";
              case Operation.Select(List<Item> items, var _) -> selection(items);
            })
        .append(" FROM ")
        .append(name(statement.from()));
    if (statement.where() != null) {
      text.append(" WHERE ").append(text(statement.where()));
    }
    for (Statement.Join join : statement.joins()) {
      text.append(" JOIN ").append(name(join.type()));
      if (join.where() != null) {
        text.append(" WHERE ").append(text(join.where()));
      }
    }
    return statement.limit() == null
        ? text.toString()
        : text.append(" LIMIT ").append(statement.limit()).toString();
  }

  public static String text(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> joined(parts, " AND ");
      case Condition.Any(List<Condition> parts) -> joined(parts, " OR ");
      case Condition.Not(Condition inner) -> "NOT " + nested(inner);
      case Condition.Linked linked ->
          name(linked.link())
              + directives(linked.directives())
              + (linked.condition() == null ? " {}" : " { " + text(linked.condition()) + " }");
      case Condition.Scored scored -> name(scored.field()) + directives(scored.directives());
      case Condition.Call call ->
          call.function().text()
              + "("
              + name(call.field())
              + call.values().stream().map(v -> ", " + value(v)).collect(Collectors.joining())
              + ")";
      case Condition.Compare compare ->
          name(compare.field()) + " " + compare.operator().sign() + " " + value(compare.value());
      case Condition.In in -> name(in.field()) + " IN " + value(in.values());
    };
  }

  private static String joined(List<Condition> parts, String between) {
    return parts.stream().map(OtqlWriter::nested).collect(Collectors.joining(between));
  }

  private static String nested(Condition condition) {
    boolean isGroup = condition instanceof Condition.All || condition instanceof Condition.Any;
    return isGroup ? "(" + text(condition) + ")" : text(condition);
  }

  private static String selection(List<Item> items) {
    return items.stream().map(OtqlWriter::item).collect(Collectors.joining(" ", "{ ", " }"));
  }

  private static String item(Item item) {
    List<Item> inside = item.selection();
    return name(item.name())
        + directives(item.directives())
        + (inside == null ? "" : " " + selection(inside));
  }

  private static String directives(List<Directive> directives) {
    return directives.stream().map(one -> " " + directive(one)).collect(Collectors.joining());
  }

  private static String directive(Directive directive) {
    return "@"
        + directive.name()
        + (directive.arguments().isEmpty() ? "" : "(" + arguments(directive.arguments()) + ")");
  }

  private static String arguments(List<Directive.Argument> arguments) {
    return arguments.stream()
        .map(argument -> argument.name().text() + ": " + value(argument.value()))
        .collect(Collectors.joining(", "));
  }

  private static String value(Literal literal) {
    return switch (literal) {
      case Literal.Text(String text, var _) -> quoted(text, '"');
      case Literal.Number(Number number, var _) -> number.toString();
      case Literal.Bool(boolean flag, var _) -> String.valueOf(flag);
      case Literal.Parameter(String name, var _) -> "$" + name;
      case Literal.Many(List<Literal> values, var _) ->
          values.stream().map(OtqlWriter::value).collect(Collectors.joining(", ", "[", "]"));
      case Literal.Named(List<Directive.Argument> named, var _) -> "{" + arguments(named) + "}";
    };
  }

  private static String name(Name name) {
    return name(name.text());
  }

  /** A name as it is written: in back-quotes where it has to be. */
  public static String name(String name) {
    boolean isPlain =
        name.matches("\\$?[\\p{L}\\p{Nd}_]*[\\p{L}_][\\p{L}\\p{Nd}_]*")
            && !RESERVED.contains(name.toLowerCase(java.util.Locale.ROOT));
    return isPlain ? name : quoted(name, '`');
  }

  private static String quoted(String text, char quote) {
    StringBuilder out = new StringBuilder().append(quote);
    text.chars()
        .forEach(
            c -> {
              if (c == quote || c == '\\') {
                out.append('\\');
              }
              out.append((char) c);
            });
    return out.append(quote).toString();
  }
}
