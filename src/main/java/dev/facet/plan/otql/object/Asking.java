package dev.facet.plan.otql.object;

import dev.facet.dataset.object.ObjectType;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Setting;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Given;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Name;

/** What all parts of planning a statement need: the project, the time and the parameters. */
public record Asking(Setting setting, Given given, ObjectRows objects) {

  public static Asking of(OtqlQuery query, Setting setting) {
    return new Asking(setting, new Given(query.parameters()), new ObjectRows(setting));
  }

  /** All objects of a type with what is used of them. */
  public Plan rows(Used used) {
    return objects.of(used.type(), used.fields(), java.util.List.copyOf(used.columns()));
  }

  /** What can be read of a field of the rows of a type. */
  public FieldValue value(ObjectType type, Name name, Plan rows) {
    return FieldValue.of(Names.field(type, name), type, rows, setting.definitions());
  }
}
