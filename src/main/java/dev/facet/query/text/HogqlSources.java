package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.JoinKind;
import dev.facet.query.Syntax.Place;
import dev.facet.query.Syntax.Source;
import dev.facet.query.text.hogql.HogqlParser;
import dev.facet.query.text.hogql.HogqlParser.AliasContext;
import dev.facet.query.text.hogql.HogqlParser.JoinContext;
import dev.facet.query.text.hogql.HogqlParser.JoinKindContext;
import dev.facet.query.text.hogql.HogqlParser.JoinedContext;
import dev.facet.query.text.hogql.HogqlParser.SourceContext;
import dev.facet.query.text.hogql.HogqlParser.TableContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FROM: tables, subqueries and joins. */
final class HogqlSources {
  private static final int MAX_JOINS = 64;

  private final HogqlReading reading;
  private final HogqlStatements statements;
  private final HogqlExpressions expressions;

  HogqlSources(HogqlReading reading, HogqlStatements statements, HogqlExpressions expressions) {
    this.reading = reading;
    this.statements = statements;
    this.expressions = expressions;
  }

  Source of(SourceContext context) {
    Source result = joined(context.joined(0));
    int joins = context.joined().stream().mapToInt(j -> j.join().size() + 1).sum();
    if (joins > MAX_JOINS) {
      throw reading.refuse(
          reading.place(context), "a SELECT joins at most " + MAX_JOINS + " tables.");
    }
    for (JoinedContext next : context.joined().subList(1, context.joined().size())) {
      Source right = joined(next);
      result = new Syntax.Join(JoinKind.CROSS, result, right, null, List.of(), reading.place(next));
    }
    return result;
  }

  private Source joined(JoinedContext context) {
    Source result = table(context.table());
    for (JoinContext join : context.join()) {
      result = join(result, join);
    }
    return result;
  }

  private Source join(Source left, JoinContext context) {
    Place place = reading.place(context);
    JoinKind kind = kind(context.joinKind(), place);
    Syntax on = expressions.orNull(context.expression());
    boolean conditional = on != null || context.USING() != null;
    if (conditional == (kind == JoinKind.CROSS)) {
      throw reading.refuse(
          place,
          conditional
              ? "CROSS JOIN takes no condition; write INNER JOIN."
              : "a JOIN needs ON or USING; CROSS JOIN takes every pair.");
    }
    return new Syntax.Join(
        kind, left, table(context.table()), on, HogqlNames.of(context.identifier()), place);
  }

  private JoinKind kind(JoinKindContext context, Place place) {
    String strictness = "";
    for (HogqlParser.StrictnessContext word : context.strictness()) {
      strictness += word.getText().toUpperCase(java.util.Locale.ROOT);
    }
    return switch (strictness) {
      case "", "ALL" -> plain(context);
      case "SEMI", "ANTI" -> {
        if (context.RIGHT() != null || context.FULL() != null || context.CROSS() != null) {
          throw reading.refuse(place, strictness + " JOIN goes with LEFT only.");
        }
        yield strictness.equals("SEMI") ? JoinKind.SEMI : JoinKind.ANTI;
      }
      default ->
          throw reading.refuse(
              place,
              strictness
                  + " JOIN is not served; use a plain JOIN with LIMIT 1 BY or argMax in a subquery.");
    };
  }

  private static JoinKind plain(JoinKindContext context) {
    if (context.CROSS() != null) {
      return JoinKind.CROSS;
    }
    if (context.LEFT() != null) {
      return JoinKind.LEFT;
    }
    if (context.RIGHT() != null) {
      return JoinKind.RIGHT;
    }
    return context.FULL() != null ? JoinKind.FULL : JoinKind.INNER;
  }

  private Source table(TableContext context) {
    Place place = reading.place(context);
    return switch (context) {
      case HogqlParser.TableNamedContext table -> named(table, place);
      case HogqlParser.TableDerivedContext table ->
          new Syntax.Derived(
              statements.statement(table.statement()),
              alias(table.alias()),
              table.alias() == null ? List.of() : HogqlNames.of(table.alias().identifier()),
              place);
      case HogqlParser.TableGroupContext group ->
          reading.deeper(1, place, () -> of(group.source()));
      default -> throw new IllegalStateException("No table in " + context.getText());
    };
  }

  private Source named(HogqlParser.TableNamedContext context, Place place) {
    if (context.alias() != null && !context.alias().identifier().isEmpty()) {
      throw reading.refuse(place, "only a subquery takes new names for its columns.");
    }
    List<String> name = new ArrayList<>(List.of(HogqlNames.of(context.identifier())));
    context.anyName().forEach(part -> name.add(HogqlNames.of(part)));
    return new Syntax.Table(
        name,
        context.OPEN() == null ? null : expressions.all(context.expressions()),
        alias(context.alias()),
        expressions.orNull(context.expression()),
        place);
  }

  private static @Nullable String alias(@Nullable AliasContext context) {
    if (context == null) {
      return null;
    }
    return context.anyName() != null
        ? HogqlNames.of(context.anyName())
        : HogqlNames.of(context.plainName());
  }
}
