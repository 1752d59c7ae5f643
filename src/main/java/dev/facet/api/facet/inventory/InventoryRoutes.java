package dev.facet.api.facet.inventory;

import static dev.facet.api.http.Method.GET;

import dev.facet.api.Readers;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.store.Store;
import java.util.List;

/** The index of what data a project has. */
public final class InventoryRoutes {
  private static final String PATH = "/facet/v1/projects/{project}/inventory";
  private static final Requirement READ = Requirement.scope("project:write");

  private InventoryRoutes() {}

  public static List<Route> of(Store store, Readers readers) {
    InventoryResource inventory = new InventoryResource(new Inventory(store), readers);
    return List.of(
        Route.of(GET, PATH, READ, "How many rows datasets have", inventory::datasets),
        Route.of(GET, PATH + "/events", READ, "Which events came, how often", inventory::events),
        Route.of(
            GET, PATH + "/properties", READ, "Which properties they have", inventory::properties));
  }
}
