package dev.facet.api.facet;

import dev.facet.access.Caller;
import dev.facet.access.Role;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.ingest.Ingest;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.store.Store;

/** Waits until everything accepted before can be seen. */
final class FlushResource {
  private final Ingest ingest;
  private final Store store;

  FlushResource(Ingest ingest, Store store) {
    this.ingest = ingest;
    this.store = store;
  }

  Response flush(Request request) {
    requireWriting(request.recall(Caller.class));
    ingest.flush();
    return Response.json(200, FacetWire.object().put("position", store.position()));
  }

  /** Any key that may write anything will do. */
  private static void requireWriting(Caller caller) {
    boolean writes =
        caller.credential().scope().words().stream()
            .anyMatch(word -> word.equals("*") || word.endsWith(":write"));
    boolean edits =
        caller.memberships().stream()
            .anyMatch(membership -> membership.role().atLeast(Role.EDITOR));
    if (!writes || !edits) {
      throw new FailureException(
          new Failure.NotAllowed(
              "missing_scope", false, "A flush needs a key with some scope to write."));
    }
  }
}
