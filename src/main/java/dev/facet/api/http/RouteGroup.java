package dev.facet.api.http;

import java.util.List;

/**
 * The routes of one dialect.
 *
 * @param name what the dialect is called in the API description
 * @param prefixes paths under which unknown paths are answered with this dialect's errors
 * @param looseSlash whether a slash at the end of a path may be there or not
 * @param guard finds out who calls
 * @param errors shows what went wrong
 */
public record RouteGroup(
    String name,
    List<String> prefixes,
    boolean looseSlash,
    Guard guard,
    Errors errors,
    List<Route> routes) {

  public RouteGroup {
    prefixes = List.copyOf(prefixes);
    routes = List.copyOf(routes);
  }
}
