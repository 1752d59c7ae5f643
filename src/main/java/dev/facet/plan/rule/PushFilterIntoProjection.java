package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;
import java.util.List;
import java.util.Map;

/**
 * {@code Filter(Project(x, c = e), f(c)) → Project(Filter(x, f(e)), c = e)}: fewer rows are
 * computed on, and the condition gets to where it says something about what is stored. Work that
 * the condition would repeat is left alone.
 */
final class PushFilterIntoProjection implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Plan.Project project, Expression condition))
        || !uses.mayChange(project)) {
      return node;
    }
    Map<String, Expression> meanings = Terms.meanings(project.expressions());
    return Reads.of(List.of(condition)).repeat(meanings)
        ? node
        : new Plan.Project(
            new Plan.Filter(project.input(), Terms.replaced(condition, meanings)),
            project.expressions());
  }
}
