package dev.facet.api.http;

import dev.facet.model.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a method and path. A literal segment goes before a parameter, a parameter
 * before a rest.
 */
final class Router {
  private final Node root = new Node();
  private final List<RouteGroup> byPrefix = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();

  /** What became of a path. */
  sealed interface Match {
    RouteGroup group();

    /** There is a route. */
    record Found(RouteGroup group, Route route, Map<String, String> parameters) implements Match {}

    /** There are routes, for other methods. */
    record WrongMethod(RouteGroup group, Set<Method> allowed) implements Match {}

    /** There is none; the group is the one that shows errors under this path. */
    record Unknown(RouteGroup group) implements Match {}
  }

  private record Target(RouteGroup group, Route route, List<String> names) {}

  /** A place in the tree of segments. Changed only while the router is made. */
  private static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    final Map<Method, Target> targets = new EnumMap<>(Method.class);
    @Nullable Node parameter;
    @Nullable Node rest;
  }

  /** One prefix of some group must be {@code /}. */
  Router(List<RouteGroup> groups) {
    record Prefix(String path, RouteGroup group) {}
    groups.forEach(group -> group.routes().forEach(route -> add(group, route)));
    groups.stream()
        .flatMap(group -> group.prefixes().stream().map(path -> new Prefix(path, group)))
        .sorted(Comparator.comparingInt((Prefix prefix) -> prefix.path().length()).reversed())
        .forEach(
            prefix -> {
              prefixes.add(prefix.path());
              byPrefix.add(prefix.group());
            });
    if (prefixes.isEmpty() || !prefixes.getLast().equals("/")) {
      throw new IllegalArgumentException("No group answers for unknown paths under /");
    }
  }

  private void add(RouteGroup group, Route route) {
    Node node = root;
    List<String> names = new ArrayList<>();
    for (String segment : segments(route.path())) {
      node = child(node, segment, names);
    }
    if (node.targets.put(route.method(), new Target(group, route, List.copyOf(names))) != null) {
      throw new IllegalArgumentException("Two routes for " + route.method() + " " + route.path());
    }
  }

  private static Node child(Node node, String segment, List<String> names) {
    if (!segment.startsWith("{")) {
      return node.literals.computeIfAbsent(segment, s -> new Node());
    }
    boolean rest = segment.endsWith("*}");
    names.add(segment.substring(1, segment.length() - (rest ? 2 : 1)));
    if (rest) {
      node.rest = node.rest == null ? new Node() : node.rest;
      return node.rest;
    }
    node.parameter = node.parameter == null ? new Node() : node.parameter;
    return node.parameter;
  }

  /** HEAD finds the routes of GET. */
  Match find(Method method, String path) {
    List<String> segments = segments(path);
    List<String> values = new ArrayList<>(4);
    Node node = find(root, segments, 0, values);
    boolean slash = path.length() > 1 && path.endsWith("/");
    if (node == null || node.targets.isEmpty()) {
      return new Match.Unknown(group(path));
    }
    Target any = node.targets.values().iterator().next();
    if (slash && !any.group().looseSlash()) {
      return new Match.Unknown(group(path));
    }
    Target target = node.targets.get(method == Method.HEAD ? Method.GET : method);
    return target == null
        ? new Match.WrongMethod(any.group(), allowed(node))
        : new Match.Found(target.group(), target.route(), parameters(target.names(), values));
  }

  private static Set<Method> allowed(Node node) {
    Set<Method> allowed = EnumSet.copyOf(node.targets.keySet());
    if (allowed.contains(Method.GET)) {
      allowed.add(Method.HEAD);
    }
    return allowed;
  }

  private static Map<String, String> parameters(List<String> names, List<String> values) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.put(names.get(i), values.get(i));
    }
    return parameters;
  }

  private static @Nullable Node find(
      Node node, List<String> segments, int at, List<String> values) {
    if (at == segments.size()) {
      return node.targets.isEmpty() ? null : node;
    }
    Node literal = node.literals.get(segments.get(at));
    Node found = literal == null ? null : find(literal, segments, at + 1, values);
    if (found == null && node.parameter != null) {
      values.add(segments.get(at));
      found = find(node.parameter, segments, at + 1, values);
      if (found == null) {
        values.removeLast();
      }
    }
    if (found == null && node.rest != null) {
      values.add(String.join("/", segments.subList(at, segments.size())));
      found = node.rest;
    }
    return found;
  }

  /** The group that shows errors under this path. */
  RouteGroup group(String path) {
    for (int i = 0; i < prefixes.size(); i++) {
      if (path.startsWith(prefixes.get(i))) {
        return byPrefix.get(i);
      }
    }
    return byPrefix.getLast();
  }

  /** The unescaped parts between slashes, without the empty one a slash at the end leaves. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(8);
    int start = 1;
    while (start < path.length()) {
      int end = path.indexOf('/', start);
      end = end < 0 ? path.length() : end;
      segments.add(unescape(path.substring(start, end)));
      start = end + 1;
    }
    return segments;
  }

  private static String unescape(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    String text = Parameters.decode(segment.replace("+", "%2B"));
    if (text.indexOf('\0') >= 0) {
      throw FailureException.invalid("malformed_path", null, "A path holds no zero byte.");
    }
    return text;
  }
}
