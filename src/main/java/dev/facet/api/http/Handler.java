package dev.facet.api.http;

/**
 * Answers requests of one route. A {@link dev.facet.model.FailureException} becomes the dialect's
 * error.
 */
@FunctionalInterface
public interface Handler {
  Response handle(Request request);
}
