package dev.facet.definition;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import java.util.HashMap;
import java.util.Map;

/** The types of one project's properties that somebody named. */
record PropertyTypeRows(Transaction transaction, long project) {
  private record Named(String owner, String name, String type) {}

  PropertyTypes all() {
    Map<String, Map<String, PropertyType>> types = new HashMap<>();
    new Where()
        .and("project = :project", "project", project)
        .query(transaction, "SELECT owner, name, type FROM property_types", "")
        .map(
            (row, context) ->
                new Named(row.getString("owner"), row.getString("name"), row.getString("type")))
        .forEach(
            named ->
                PropertyType.of(named.type())
                    .ifPresent(
                        type ->
                            types
                                .computeIfAbsent(named.owner(), owner -> new HashMap<>())
                                .put(named.name(), type)));
    return new PropertyTypes(types);
  }

  void put(String owner, String name, PropertyType type) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO property_types (project, owner, name, type)
            VALUES (:project, :owner, :name, :type)
            ON CONFLICT (project, owner, name) DO UPDATE SET type = excluded.type""")
        .bind("project", project)
        .bind("owner", owner)
        .bind("name", name)
        .bind("type", type.word())
        .execute();
  }

  void remove(String owner, String name) {
    transaction
        .handle()
        .createUpdate(
            """
            DELETE FROM property_types
            WHERE project = :project AND owner = :owner AND name = :name""")
        .bind("project", project)
        .bind("owner", owner)
        .bind("name", name)
        .execute();
  }
}
