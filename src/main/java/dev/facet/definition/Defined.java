package dev.facet.definition;

import dev.facet.definition.Definition.Kind;
import dev.facet.model.FailureException;
import dev.facet.query.Action;
import dev.facet.query.Cohort;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.type.PropertyTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is defined in a project, as planning needs it.
 *
 * @param definitions those that are not deleted, lowest number first
 * @param types the types of properties that somebody named
 * @param currency what money is converted to; null for none
 */
public record Defined(
    List<Definition> definitions,
    Map<Long, Cohort> cohorts,
    Map<Long, Action> actions,
    Map<String, Variable> variables,
    Map<Long, QueryText> queries,
    PropertyTypes types,
    @Nullable String currency) {

  public Defined {
    definitions = List.copyOf(definitions);
    cohorts = Map.copyOf(cohorts);
    actions = Map.copyOf(actions);
    variables = Map.copyOf(variables);
    queries = Map.copyOf(queries);
  }

  static Defined of(List<Definition> definitions, PropertyTypes types, @Nullable String currency) {
    Map<Long, Cohort> cohorts = new HashMap<>();
    Map<Long, Action> actions = new HashMap<>();
    Map<String, Variable> variables = new HashMap<>();
    Map<Long, QueryText> queries = new HashMap<>();
    for (Definition each : definitions) {
      try {
        switch (each.kind()) {
          case ACTION -> actions.put(each.id(), ActionForm.read(each.id(), each.draft()));
          case QUERY -> queries.put(each.id(), QueryTextForm.read(each.draft()));
          case COHORT -> cohorts.put(each.id(), cohort(each));
          case VARIABLE -> {
            Variable variable = VariableForm.read(each);
            variables.put(variable.codeName(), variable);
          }
        }
      } catch (FailureException e) {
        // Written by a version that understood more: as good as not there for questions.
        continue;
      }
    }
    return new Defined(definitions, cohorts, actions, variables, queries, types, currency);
  }

  private static Cohort cohort(Definition definition) {
    return CohortForm.read(definition.id(), definition.draft())
        .at(definition.createdAt(), definition.updatedAt());
  }

  /** The definitions of one kind, lowest number first. */
  public List<Definition> of(Kind kind) {
    return definitions.stream().filter(each -> each.kind() == kind).toList();
  }
}
