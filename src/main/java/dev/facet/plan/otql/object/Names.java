package dev.facet.plan.otql.object;

import dev.facet.dataset.object.Field;
import dev.facet.dataset.object.ObjectLink;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.model.FailureException;
import dev.facet.model.Nearest;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Name;
import java.util.List;
import java.util.stream.Stream;

/** What written names stand for, or the mistake that they stand for nothing. */
public final class Names {
  private Names() {}

  public static ObjectType type(Name name) {
    return ObjectTree.type(name.text())
        .orElseThrow(
            () -> {
              List<String> known =
                  ObjectTree.ALL.stream().flatMap(type -> type.names().stream()).toList();
              return Mistake.typings(
                  name.place(),
                  "there is no object type \""
                      + name.text()
                      + "\""
                      + Nearest.hint(name.text(), known)
                      + "; there are "
                      + String.join(", ", known)
                      + ".");
            });
  }

  /** The field of this name, where a value is meant. */
  public static Field field(ObjectType type, Name name) {
    if (type.link(name.text()).isPresent()) {
      throw Mistake.typings(
          name.place(),
          "\""
              + name.text()
              + "\" of "
              + type.name()
              + " is a link to "
              + type.link(name.text()).map(ObjectLink::type).orElseThrow()
              + ", not a value: put what it leads to into braces.");
    }
    return type.field(name.text()).orElseThrow(() -> unknown(type, name));
  }

  /** The link of this name, where one is meant. */
  public static ObjectLink link(ObjectType type, Name name) {
    return type.link(name.text())
        .orElseThrow(
            () ->
                type.field(name.text()).isPresent()
                    ? Mistake.typings(
                        name.place(),
                        "\"" + name.text() + "\" of " + type.name() + " is a value, not a link.")
                    : unknown(type, name));
  }

  private static FailureException unknown(ObjectType type, Name name) {
    List<String> known =
        Stream.concat(
                type.fields().stream().map(Field::name),
                type.links().stream().map(ObjectLink::name))
            .toList();
    return Mistake.field(
        name.place(),
        type.name()
            + " has no field \""
            + name.text()
            + "\""
            + Nearest.hint(name.text(), known)
            + "; it has "
            + String.join(", ", known)
            + ".");
  }
}
