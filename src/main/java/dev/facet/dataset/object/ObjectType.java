package dev.facet.dataset.object;

import dev.facet.dataset.object.Field.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A type of objects, each of which belongs to one user point.
 *
 * @param names what it is called; the first is its own
 * @param isOpen whether every property of {@code properties} is a field too
 * @param order the fields that objects come in the order of
 */
public record ObjectType(
    List<String> names,
    boolean isOpen,
    List<Field> fields,
    List<ObjectLink> links,
    List<String> order) {

  public ObjectType {
    names = List.copyOf(names);
    fields = List.copyOf(fields);
    links = List.copyOf(links);
    order = List.copyOf(order);
  }

  /** Its own name. */
  public String name() {
    return names.getFirst();
  }

  /** The field of this name: one that is fixed, else a property where those are fields. */
  public Optional<Field> field(String field) {
    Optional<Field> fixed = fields.stream().filter(one -> one.name().equals(field)).findFirst();
    return fixed.isEmpty() && isOpen && link(field).isEmpty()
        ? Optional.of(new Field(field, Kind.PROPERTY, field))
        : fixed;
  }

  /** The link of this name. */
  public Optional<ObjectLink> link(String link) {
    return links.stream().filter(one -> one.name().equals(link)).findFirst();
  }
}
