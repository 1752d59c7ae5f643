package dev.facet.api.http;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From a request to its answer: route, caller, limit, handler; the one place where exceptions
 * become answers.
 */
final class Dispatcher {
  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
  private final Router router;
  private final CallLimit limit;

  Dispatcher(Router router, CallLimit limit) {
    this.router = router;
    this.limit = limit;
  }

  /** Always an answer, never an exception. */
  Response answer(Request request) {
    RouteGroup group = router.group(request.path());
    Cors cors = group.cors();
    if (cors == null) {
      return answer(group, request);
    }
    boolean asksBefore =
        request.method() == Method.OPTIONS
            && request.header("Access-Control-Request-Method").isPresent();
    return asksBefore ? cors.preflight() : cors.allow(answer(group, request));
  }

  private Response answer(RouteGroup prefixed, Request request) {
    RouteGroup group = prefixed;
    try {
      Router.Match match = router.find(request.method(), request.path());
      group = match.group();
      return switch (match) {
        case Router.Match.Found found -> run(found, request);
        case Router.Match.WrongMethod wrong -> wrongMethod(wrong, request);
        case Router.Match.Unknown unknown ->
            throw FailureException.notFound("There is nothing at this address.");
      };
    } catch (FailureException e) {
      return failed(group, e.failure(), request);
    } catch (RuntimeException | StackOverflowError e) {
      return bug(group, e, request);
    }
  }

  private Response run(Router.Match.Found found, Request request) {
    Route route = found.route();
    request.matched(found.parameters(), route);
    if (!(route.requirement() instanceof Requirement.Nothing)) {
      Guard guard = found.group().guard();
      String caller = guard.identify(request);
      if (route.counted()) {
        count(caller, request);
      }
      guard.authorize(request, route.requirement());
    }
    return route.handler().handle(request);
  }

  /** Remembers where the caller stands, for answers that tell it. */
  private void count(String caller, Request request) {
    limit
        .count(caller)
        .ifPresent(
            standing -> {
              request.remember(CallLimit.Standing.class, standing);
              limit.check(standing);
            });
  }

  private static Response wrongMethod(Router.Match.WrongMethod wrong, Request request) {
    String allowed = wrong.allowed().stream().map(Enum::name).collect(Collectors.joining(", "));
    Response response =
        request.method() == Method.OPTIONS
            ? Response.empty(204)
            : wrong.group().errors().wrongMethod(wrong.allowed(), request);
    return response.with("Allow", allowed);
  }

  private static Response failed(RouteGroup group, Failure failure, Request request) {
    Response response = group.errors().failure(failure, request);
    Duration wait = failure instanceof Failure.TooMuch tooMuch ? tooMuch.retryAfter() : null;
    return withRetryAfter(response, wait);
  }

  private static Response withRetryAfter(Response response, @Nullable Duration wait) {
    return wait == null || response.has("Retry-After")
        ? response
        : response.with(
            "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  private static Response bug(RouteGroup group, Throwable e, Request request) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Bug " + id + " at " + request.method() + " of " + group.name(), e);
    return group.errors().bug(id, request);
  }
}
