package dev.facet.api.facet.row;

import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.POST;

import dev.facet.access.Accounts;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.sheet.Imports;
import dev.facet.store.Store;
import java.util.List;

/** The index of what puts rows into datasets. */
public final class RowRoutes {
  private static final String PROJECT = "/facet/v1/projects/{project}";
  private static final String DATASET = PROJECT + "/datasets/{dataset}";
  private static final Requirement WRITE = Requirement.scope("project:write");

  private RowRoutes() {}

  public static List<Route> of(Ingest ingest, Store store, Imports imports, Accounts accounts) {
    RowsResource rows = new RowsResource(ingest, store);
    ImportsResource files = new ImportsResource(rows, imports, accounts);
    return List.of(
        Route.of(POST, DATASET + "/rows", WRITE, "Put rows into a dataset", rows::upsert)
            .withBodyLimit(RowsBody.LIMIT),
        Route.of(
                POST,
                DATASET + "/import/preview",
                WRITE,
                "What would come of a file of rows",
                files::preview)
            .withBodyLimit(RowsBody.LIMIT),
        Route.of(
                POST,
                DATASET + "/import",
                WRITE,
                "Put the rows of a file into a dataset",
                files::take)
            .withBodyLimit(RowsBody.LIMIT),
        Route.of(
            GET, PROJECT + "/imports", WRITE, "What became of files brought before", files::list));
  }
}
