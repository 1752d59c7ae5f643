package dev.facet.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one dialect.
 *
 * @param name what the dialect is called in the API description
 * @param prefixes paths under which unknown paths are answered with this dialect's errors
 * @param looseSlash whether a slash at the end of a path may be there or not
 * @param guard finds out who calls
 * @param errors shows what went wrong
 * @param cors what pages of other sites may do; null for nothing, or what the routes say themselves
 */
public record RouteGroup(
    String name,
    List<String> prefixes,
    boolean looseSlash,
    Guard guard,
    Errors errors,
    List<Route> routes,
    @Nullable Cors cors) {

  public RouteGroup {
    prefixes = List.copyOf(prefixes);
    routes = List.copyOf(routes);
  }

  /** A group that pages of other sites cannot use. */
  public RouteGroup(
      String name,
      List<String> prefixes,
      boolean looseSlash,
      Guard guard,
      Errors errors,
      List<Route> routes) {
    this(name, prefixes, looseSlash, guard, errors, routes, null);
  }
}
