package dev.facet.api.posthog;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the vendor's table of errors. Dashboard 1 is open, 2 restricted, 3 in the trash, 4 in
 * another project; {@code {umbra}} is the other organisation's id, {@code {acme only}} a key
 * limited to the first one.
 */
final class ErrorTable {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String AUTHENTICATION = "authentication_error";
  private static final String REQUEST = "invalid_request";
  private static final String VALIDATION = "validation_error";
  private static final String TILE =
      "{\"tiles\":[{},{\"text\":{\"body\":\"x\"},\"deleted\":\"maybe\"}]}";

  private ErrorTable() {}

  /** What is asked: a key, a method, a path below project 1 unless it begins with a slash. */
  record Ask(
      @Nullable String key,
      String method,
      String path,
      @Nullable String body,
      String contentType,
      String accept) {

    static Ask of(@Nullable String key, String method, String path, @Nullable String body) {
      return new Ask(key, method, path, body, JSON, "*/*");
    }

    Ask sentAs(String type) {
      return new Ask(key, method, path, body, type, accept);
    }

    Ask accepting(String type) {
      return new Ask(key, method, path, body, contentType, type);
    }
  }

  /** A detail that ends in a star is how the text begins. */
  record Row(
      String situation,
      Ask ask,
      int status,
      String type,
      String code,
      String detail,
      @Nullable String attr) {
    @Override
    public String toString() {
      return situation;
    }
  }

  private static Row unauthenticated(String situation, Ask ask, String code, String detail) {
    return new Row(situation, ask, 401, AUTHENTICATION, code, detail, null);
  }

  private static Row forbidden(String situation, Ask ask, String detail) {
    return new Row(situation, ask, 403, AUTHENTICATION, "permission_denied", detail, null);
  }

  private static Row missing(String situation, String method, String path, String detail) {
    Ask ask = Ask.of("phx_ada", method, path, method.equals("GET") ? null : "{}");
    return new Row(situation, ask, 404, REQUEST, "not_found", detail, null);
  }

  private static Row invalid(
      String situation, String path, String body, String code, String detail, String attr) {
    Ask ask = Ask.of("phx_ada", path.endsWith("1/") ? "PATCH" : "POST", path, body);
    return new Row(situation, ask, 400, VALIDATION, code, detail, attr);
  }

  static Stream<Row> callers() {
    String none = "Authentication credentials were not provided.";
    String bad = "Personal API key found in request %s is invalid.";
    String failed = "authentication_failed";
    Ask list = Ask.of(null, "GET", "dashboards/", null);
    return Stream.of(
        unauthenticated("no credentials", list, "not_authenticated", none),
        unauthenticated(
            "a key that opens nothing",
            Ask.of("phx_no", "GET", "dashboards/", null),
            failed,
            bad.formatted("Authorization header")),
        unauthenticated(
            "a project's token is no key",
            Ask.of("phc_web", "GET", "dashboards/", null),
            failed,
            bad.formatted("Authorization header")),
        unauthenticated(
            "a bad key in the body",
            Ask.of(null, "POST", "dashboards/", "{\"personal_api_key\":\"phx_no\"}"),
            failed,
            bad.formatted("body")),
        unauthenticated(
            "a bad key in a form",
            Ask.of(null, "POST", "dashboards/", "personal_api_key=phx_no").sentAs(FORM),
            failed,
            bad.formatted("body")),
        unauthenticated(
            "a bad key in the query string",
            Ask.of(null, "GET", "dashboards/?personal_api_key=phx_no", null),
            failed,
            bad.formatted("query string")));
  }

  static Stream<Row> rights() {
    String noEdit = "You don't have edit permissions for this dashboard.";
    String elsewhere = "API key does not have access to the requested organization: ID {umbra}.";
    return Stream.of(
        forbidden(
            "a key lacks the scope",
            Ask.of("phx_read", "POST", "dashboards/", "{}"),
            "API key missing required scope 'dashboard:write'"),
        forbidden(
            "a key lacks the scope of a tile action",
            Ask.of("phx_read", "POST", "dashboards/1/delete_tile/", "{}"),
            "API key missing required scope 'dashboard:write'"),
        forbidden(
            "a key lacks the scope of asking",
            Ask.of("phx_read", "GET", "dashboards/1/run_insights/", null),
            "API key missing required scope 'query:read'"),
        forbidden(
            "an action without a scope",
            Ask.of("phx_ada", "GET", "/api/personal_api_keys/", null),
            "This action does not support personal API key access"),
        forbidden(
            "a key limited to another project",
            Ask.of("phx_shop", "GET", "dashboards/", null),
            "API key does not have access to the requested project: ID 1."),
        forbidden(
            "a key limited to another organisation, at a project",
            Ask.of("{acme only}", "GET", "/api/projects/3/dashboards/", null),
            elsewhere),
        forbidden(
            "a key limited to another organisation, at the organisation",
            Ask.of("{acme only}", "GET", "/api/organizations/{umbra}/", null),
            elsewhere),
        forbidden(
            "a key limited to projects where a path names none",
            Ask.of("phx_shop", "GET", "/api/organizations/", null),
            "API keys with scoped projects are only supported on project-based endpoints."),
        forbidden(
            "a restricted dashboard",
            Ask.of("phx_eve", "PATCH", "dashboards/2/", "{\"name\":\"x\"}"),
            noEdit),
        forbidden(
            "a tile of a restricted dashboard",
            Ask.of("phx_eve", "POST", "dashboards/2/create_text_tile/", "{\"body\":\"x\"}"),
            noEdit),
        forbidden(
            "sharing a restricted dashboard",
            Ask.of("phx_eve", "PATCH", "dashboards/2/sharing/", "{\"enabled\":true}"),
            noEdit),
        forbidden(
            "an insight for a restricted dashboard",
            Ask.of("phx_eve", "POST", "insights/", "{\"dashboards\":[2]}"),
            "You don't have permission to add insights to dashboard: 2"));
  }

  static Stream<Row> absences() {
    String gone = "Not found.";
    return Stream.of(
        missing("no such dashboard", "GET", "dashboards/999/", gone),
        missing("a dashboard of another project", "GET", "dashboards/4/", gone),
        missing("a dashboard in the trash", "GET", "dashboards/3/", gone),
        missing("what is no number", "GET", "dashboards/first/", gone),
        missing("changing a dashboard of another project", "PATCH", "dashboards/4/", gone),
        missing("no such insight", "GET", "insights/abcdefgh/", gone),
        missing("no such annotation", "GET", "annotations/999/", gone),
        missing("no such path", "GET", "nothing/", gone),
        missing(
            "sharing of no dashboard", "GET", "dashboards/999/sharing/", "Dashboard not found."),
        missing("no such project", "GET", "/api/projects/99/dashboards/", "Project not found."),
        missing("a project nobody has", "GET", "/api/projects/x/dashboards/", "Project not found."),
        missing("another's project", "GET", "/api/projects/4/dashboards/", "Project not found."),
        missing("another's environment", "GET", "/api/environments/4/", "Project not found."),
        missing("no organisation", "GET", "/api/organizations/x/", "Organization not found."));
  }

  static Stream<Row> requests() {
    String parse = "JSON parse error - *";
    return Stream.of(
        new Row(
            "a method that is not there",
            Ask.of("phx_ada", "PUT", "dashboards/", "{}"),
            405,
            REQUEST,
            "method_not_allowed",
            "Method \"PUT\" not allowed.",
            null),
        new Row(
            "JSON that ends too early",
            Ask.of("phx_ada", "POST", "dashboards/", "{\"name\":"),
            400,
            REQUEST,
            "parse_error",
            parse,
            null),
        new Row(
            "JSON that is too deep",
            Ask.of("phx_ada", "POST", "dashboards/", "[".repeat(101) + "]".repeat(101)),
            400,
            REQUEST,
            "parse_error",
            parse,
            null),
        new Row(
            "a list for a body",
            Ask.of("phx_ada", "POST", "dashboards/", "[1]"),
            400,
            VALIDATION,
            "invalid_input",
            "Invalid data. Expected a dictionary, but got list.",
            null));
  }

  static Stream<Row> media() {
    String type = "Unsupported media type \"%s\" in request.";
    Ask list = Ask.of("phx_ada", "GET", "dashboards/", null);
    Ask make = Ask.of("phx_ada", "POST", "dashboards/", "{}");
    return Stream.of(
        new Row(
            "a body of a type nobody reads",
            make.sentAs("application/xml"),
            415,
            REQUEST,
            "unsupported_media_type",
            type.formatted("application/xml"),
            null),
        new Row(
            "a form where only JSON is read",
            Ask.of("phx_ada", "POST", "insights/", "name=x").sentAs(FORM),
            415,
            REQUEST,
            "unsupported_media_type",
            type.formatted(FORM),
            null),
        new Row(
            "an answer in a type nobody writes",
            list.accepting("application/xml, text/html;q=0.9"),
            406,
            REQUEST,
            "not_acceptable",
            "Could not satisfy the request Accept header.",
            null));
  }

  static Stream<Row> fields() {
    String boards = "dashboards/";
    String required = "This field is required.";
    return Stream.of(
        invalid(
            "a field is missing",
            "dashboards/1/copy_tile/",
            "{\"tileId\":1}",
            "required",
            required,
            "fromDashboardId"),
        invalid(
            "a field in a field is missing",
            "dashboards/1/move_tile/",
            "{\"tile\":{},\"to_dashboard\":2}",
            "required",
            required,
            "tile__id"),
        invalid("a query is missing", "query/", "{}", "required", required, "query"),
        invalid(
            "null",
            boards,
            "{\"description\":null}",
            "null",
            "This field may not be null.",
            "description"),
        invalid(
            "null for a truth",
            "dashboards/1/",
            "{\"pinned\":null}",
            "null",
            "This field may not be null.",
            "pinned"));
  }

  static Stream<Row> values() {
    String boards = "dashboards/";
    String number = "A valid integer is required.";
    String truth = "Must be a valid boolean.";
    String text = "Not a valid string.";
    String type = "invalid_input";
    return Stream.of(
        invalid("no number", boards, "{\"use_dashboard\":\"one\"}", type, number, "use_dashboard"),
        invalid(
            "a part of a number", boards, "{\"use_dashboard\":1.5}", type, number, "use_dashboard"),
        invalid("no truth", boards, "{\"pinned\":\"perhaps\"}", type, truth, "pinned"),
        invalid("no truth of a tile", "dashboards/1/", TILE, type, truth, "tiles__1__deleted"),
        invalid("no text", boards, "{\"name\":[\"x\"]}", type, text, "name"),
        invalid("a truth for a text", "dashboards/1/", "{\"name\":true}", type, text, "name"),
        invalid(
            "no list",
            boards,
            "{\"tags\":\"one\"}",
            "not_a_list",
            "Expected a list of items but got type \"str\".",
            "tags"),
        invalid(
            "no object",
            boards,
            "{\"filters\":[]}",
            type,
            "Filters must be a dictionary",
            "filters"));
  }

  static Stream<Row> limits() {
    String boards = "dashboards/";
    return Stream.of(
        invalid(
            "too long",
            boards,
            "{\"name\":\"" + "x".repeat(401) + "\"}",
            "max_length",
            "Ensure this field has no more than 400 characters.",
            "name"),
        invalid(
            "none of the choices",
            boards,
            "{\"restriction_level\":5}",
            "invalid_choice",
            "\"5\" is not a valid choice.",
            "restriction_level"),
        invalid(
            "an empty list",
            "dashboards/1/reorder_tiles/",
            "{\"tile_order\":[]}",
            "empty",
            "This list may not be empty.",
            "tile_order"),
        invalid(
            "no such template",
            boards,
            "{\"use_template\":\"x\"}",
            "invalid_input",
            "Invalid template provided: x",
            "use_template"));
  }
}
