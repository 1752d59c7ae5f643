package dev.facet.plan.otql.object;

import dev.facet.dataset.object.ObjectType;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Setting;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Given;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Name;
import java.util.List;
import java.util.Map;

/** What all parts of planning a statement need: the project, the time and the parameters. */
public record Asking(Setting setting, Given given, ObjectRows objects) {

  public static Asking of(OtqlQuery query, Setting setting) {
    return new Asking(setting, new Given(query.parameters(), false), new ObjectRows(setting));
  }

  /** For a statement whose parameters may be anything. */
  public static Asking ofAny(Setting setting) {
    return new Asking(setting, new Given(Map.of(), true), new ObjectRows(setting));
  }

  /** All objects of a type with what is used of them. */
  public Plan rows(Used used) {
    return objects.of(used.type(), used.fields(), List.copyOf(used.columns()));
  }

  /** What can be read of a field of the rows of a type. */
  public FieldValue value(ObjectType type, Name name, Plan rows) {
    return FieldValue.of(Names.field(type, name), type, rows, setting.definitions());
  }
}
