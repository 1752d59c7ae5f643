package dev.facet.api.facet;

import dev.facet.api.http.Errors;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.model.Failure;

/** Browsers get the page, which says itself that there is nothing; programs get a sentence. */
final class PageErrors implements Errors {
  private final PageResource page;
  private final FacetErrors errors = new FacetErrors();

  PageErrors(PageResource page) {
    this.page = page;
  }

  @Override
  public Response failure(Failure failure, Request request) {
    boolean wantsPage = failure instanceof Failure.NotFound && request.accepts("text/html");
    return wantsPage ? page.page(request).withStatus(404) : errors.failure(failure, request);
  }

  @Override
  public Response bug(String id, Request request) {
    return errors.bug(id, request);
  }
}
