package dev.facet.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 description of all routes, from the table the server itself goes by. */
public final class OpenApi {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\*?}");

  private OpenApi() {}

  public static ObjectNode describe(List<RouteGroup> groups) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("openapi", "3.1.0");
    root.putObject("info").put("title", "Facet").put("version", "1");
    ArrayNode tags = root.putArray("tags");
    groups.forEach(group -> tags.addObject().put("name", group.name()));
    ObjectNode paths = root.putObject("paths");
    for (RouteGroup group : groups) {
      group.routes().forEach(route -> describe(paths, group, route));
    }
    ObjectNode schemes = root.putObject("components").putObject("securitySchemes");
    schemes.putObject("key").put("type", "http").put("scheme", "bearer");
    return root;
  }

  private static void describe(ObjectNode paths, RouteGroup group, Route route) {
    String path = route.path().replace("*}", "}");
    String method = route.method().name().toLowerCase(Locale.ROOT);
    ObjectNode operation = paths.withObjectProperty(path).putObject(method);
    operation.putArray("tags").add(group.name());
    operation.put("summary", route.summary());
    operation.put("operationId", method + path.replaceAll("[^A-Za-z0-9]+", "_"));
    Matcher names = PARAMETER.matcher(route.path());
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    while (names.find()) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", names.group(1)).put("in", "path").put("required", true);
      parameter.putObject("schema").put("type", "string");
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    security(operation, route.requirement());
    operation
        .putObject("responses")
        .putObject("default")
        .put("description", "The answer, or what went wrong.");
  }

  private static void security(ObjectNode operation, Requirement requirement) {
    switch (requirement) {
      case Requirement.Nothing nothing -> operation.putArray("security");
      case Requirement.Known known -> operation.putArray("security").addObject().putArray("key");
      case Requirement.Permission(String scope) ->
          operation.putArray("security").addObject().putArray("key").add(scope);
    }
  }
}
