package dev.facet.query.text;

import dev.facet.query.Syntax.SetOperation;
import dev.facet.query.Syntax.SetOperator;
import dev.facet.query.Syntax.Statement;
import dev.facet.query.text.hogql.HogqlParser.SetOperatorContext;
import java.util.ArrayList;
import java.util.List;

/** UNION, INTERSECT and EXCEPT between statements; INTERSECT binds tighter than the others. */
final class HogqlSets {
  private HogqlSets() {}

  static Statement of(
      HogqlReading reading, List<SetOperatorContext> operators, List<Statement> terms) {
    List<SetOperator> loose = new ArrayList<>();
    List<Statement> operands = new ArrayList<>(List.of(terms.getFirst()));
    for (int i = 0; i < operators.size(); i++) {
      SetOperator operator = operator(reading, operators.get(i));
      if (isTight(operator)) {
        operands.add(join(operator, operands.removeLast(), terms.get(i + 1)));
      } else {
        loose.add(operator);
        operands.add(terms.get(i + 1));
      }
    }
    Statement result = operands.getFirst();
    for (int i = 0; i < loose.size(); i++) {
      result = join(loose.get(i), result, operands.get(i + 1));
    }
    return result;
  }

  private static boolean isTight(SetOperator operator) {
    return operator == SetOperator.INTERSECT_ALL || operator == SetOperator.INTERSECT_DISTINCT;
  }

  /** Equal operators in a row become one, so that a long UNION is not a deep one. */
  private static Statement join(SetOperator operator, Statement left, Statement right) {
    List<Statement> all = new ArrayList<>();
    if (left instanceof SetOperation set && set.operator() == operator) {
      all.addAll(set.statements());
    } else {
      all.add(left);
    }
    all.add(right);
    return new SetOperation(operator, all, left.place());
  }

  private static SetOperator operator(HogqlReading reading, SetOperatorContext context) {
    boolean all = context.ALL() != null;
    if (context.INTERSECT() != null) {
      return all ? SetOperator.INTERSECT_ALL : SetOperator.INTERSECT_DISTINCT;
    }
    if (context.EXCEPT() != null) {
      return all ? SetOperator.EXCEPT_ALL : SetOperator.EXCEPT_DISTINCT;
    }
    if (!all && context.DISTINCT() == null) {
      throw reading.refuse(
          reading.place(context), "write UNION ALL, or UNION DISTINCT to drop repeated rows.");
    }
    return all ? SetOperator.UNION_ALL : SetOperator.UNION_DISTINCT;
  }
}
