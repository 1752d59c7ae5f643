package dev.facet.api.http;

import dev.facet.model.Failure;
import java.util.Set;

/** How a dialect says that something went wrong. */
public interface Errors {

  /**
   * The status and body for a failure. Headers that belong to it, such as Retry-After, are added
   * for it.
   */
  Response failure(Failure failure, Request request);

  /** The answer to a request that met a bug, logged under this id. */
  Response bug(String id, Request request);

  /**
   * The answer to a path that is there for other methods only. The Allow header is added for it.
   */
  default Response wrongMethod(Set<Method> allowed, Request request) {
    String message =
        "%s is not possible here; allowed: %s."
            .formatted(
                request.method(), String.join(", ", allowed.stream().map(Enum::name).toList()));
    return failure(new Failure.Invalid("method_not_allowed", null, message), request)
        .withStatus(405);
  }
}
