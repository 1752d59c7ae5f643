package dev.facet.query.otql;

import dev.facet.dataset.object.ObjectTree;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds what dashboards ask besides to statements: filters that were chosen, and scopes. */
public final class Fragments {
  private static final Place NOWHERE = new Place(1, 1);

  private Fragments() {}

  /**
   * The statement asking a condition besides of the objects of a type: where it is the type asked
   * about, and where it is joined. A statement without the type stays as it is.
   */
  public static Statement filtered(Statement statement, String type, Condition fragment) {
    List<Statement.Join> joins =
        statement.joins().stream()
            .map(
                join ->
                    areOne(join.type().text(), type)
                        ? new Statement.Join(join.type(), and(join.where(), fragment))
                        : join)
            .toList();
    Condition where =
        areOne(statement.from().text(), type)
            ? and(statement.where(), fragment)
            : statement.where();
    return with(statement, where, joins);
  }

  /** The statement asking that the objects' user points own an object of a type besides. */
  public static Statement joined(Statement statement, String type, @Nullable Condition where) {
    List<Statement.Join> joins = new ArrayList<>(statement.joins());
    joins.add(new Statement.Join(new Name(type, NOWHERE), where));
    return with(statement, statement.where(), joins);
  }

  /**
   * The statement asking what another one asks besides: of the same objects when both are about
   * them, else of objects that their user points own.
   */
  public static Statement within(Statement statement, Statement scope) {
    String type = scope.from().text();
    Condition where = scope.where();
    boolean same = areOne(statement.from().text(), type);
    Statement within =
        same && where != null
            ? with(statement, and(statement.where(), where), statement.joins())
            : same ? statement : joined(statement, type, where);
    for (Statement.Join join : scope.joins()) {
      within = joined(within, join.type().text(), join.where());
    }
    return within;
  }

  /** The statement about the members of a segment only. */
  public static Statement inSegment(Statement statement, String segment) {
    Literal id = new Literal.Text(segment, NOWHERE);
    Condition own = new Condition.Compare(new Name("id", NOWHERE), Condition.Operator.EQUAL, id);
    return joined(statement, ObjectTree.USER_SEGMENT.name(), own);
  }

  /** The condition with a list of texts in place of a parameter. */
  public static Condition given(Condition condition, String parameter, List<String> values) {
    List<Literal> texts = new ArrayList<>();
    values.forEach(value -> texts.add(new Literal.Text(value, NOWHERE)));
    return new Substitution(parameter, new Literal.Many(texts, NOWHERE)).of(condition);
  }

  private static Statement with(
      Statement statement, @Nullable Condition where, List<Statement.Join> joins) {
    return new Statement(statement.operation(), statement.from(), where, joins, statement.limit());
  }

  private static Condition and(@Nullable Condition condition, Condition fragment) {
    return condition == null ? fragment : new Condition.All(List.of(condition, fragment));
  }

  private static boolean areOne(String name, String type) {
    return name.equals(type)
        || ObjectTree.type(name).isPresent() && ObjectTree.type(name).equals(ObjectTree.type(type));
  }

  /** Puts a list in place of a parameter. */
  private record Substitution(String parameter, Literal.Many list) {

    Condition of(Condition condition) {
      return switch (condition) {
        case Condition.All(List<Condition> parts) ->
            new Condition.All(parts.stream().map(this::of).toList());
        case Condition.Any(List<Condition> parts) ->
            new Condition.Any(parts.stream().map(this::of).toList());
        case Condition.Not(Condition inner) -> new Condition.Not(of(inner));
        case Condition.Linked linked -> {
          Condition inner = linked.condition();
          yield new Condition.Linked(
              linked.link(), linked.directives(), inner == null ? null : of(inner));
        }
        case Condition.Scored scored -> scored;
        case Condition.Call call -> call;
        case Condition.Compare compare ->
            isMeant(compare.value()) && compare.operator() == Condition.Operator.EQUAL
                ? new Condition.In(compare.field(), list)
                : compare;
        case Condition.In in -> isMeant(in.values()) ? new Condition.In(in.field(), list) : in;
      };
    }

    private boolean isMeant(Literal literal) {
      return literal instanceof Literal.Parameter(String name, var _) && name.equals(parameter);
    }
  }
}
