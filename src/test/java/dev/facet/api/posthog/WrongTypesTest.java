package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a field is sent as that it is not: a 400 that names the field. */
class WrongTypesTest {
  private static final List<String> NO_TEXT = List.of("true", "[]", "{}", "[1]", "\"a\\u0000b\"");
  private static final List<String> NO_TRUTH = List.of("\"maybe\"", "2", "-1", "[]", "{}", "\"\"");
  private static final List<String> NO_NUMBER =
      List.of("\"x\"", "1.5", "true", "[]", "{}", "1e400", "99999999999999999999");
  private static final List<String> NO_OBJECT =
      List.of("1", "true", "false", "\"\"", "\"{}\"", "[]");
  private static final List<String> NO_LIST =
      List.of("1", "true", "\"x\"", "\"[1]\"", "{}", "\"\"");

  @TempDir private static Path folder;
  private static Acme acme;

  /** Fields of a request that all refuse the same. */
  private record Fields(
      String method, String path, String rest, List<String> wrong, List<String> names) {
    @Override
    public String toString() {
      return method + " " + path + " " + names;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    acme = new Acme(folder);
    acme.dashboard("{}");
    acme.insight("one", "a", "[1]");
    acme.post("dashboards/1/create_text_tile/", "{\"body\":\"x\"}");
    acme.post("annotations/", "{\"content\":\"x\"}");
    acme.patch("dashboards/1/sharing/", "{\"password_required\":true}");
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  static Stream<Fields> dashboards() {
    return Stream.of("POST dashboards/", "PATCH dashboards/1/")
        .map(line -> line.split(" ", -1))
        .flatMap(
            at ->
                Stream.of(
                    of(at, "", NO_TEXT, "name", "description", "_create_in_folder"),
                    of(at, "", NO_TRUTH, "pinned", "deleted", "delete_insights"),
                    of(at, "", NO_NUMBER, "data_color_theme_id"),
                    of(at, "", NO_NUMBER, "restriction_level"),
                    of(at, "", NO_OBJECT, "filters", "variables"),
                    of(at, "", NO_LIST, "tags", "quick_filter_ids", "breakdown_colors"),
                    of(at, "", List.of("null", "[[]]", "[null]", "[{}]"), "tags"),
                    of(at, "", List.of("[1]", "[null]", "[{}]"), "breakdown_colors")));
  }

  static Stream<Fields> origins() {
    String[] at = {"POST", "dashboards/"};
    String[] template = {"POST", "dashboard_templates/"};
    String named = ",\"template_name\":\"t\",\"tiles\":[{}]";
    return Stream.of(
        of(at, "", NO_TEXT, "use_template"),
        of(at, "", NO_NUMBER, "use_dashboard"),
        of(at, "", NO_TRUTH, "duplicate_tiles"),
        of(template, ",\"tiles\":[{}]", NO_TEXT, "template_name"),
        of(template, named, NO_TEXT, "dashboard_description", "image_url"),
        of(template, named, NO_OBJECT, "dashboard_filters"),
        of(template, named, NO_LIST, "tags", "variables", "availability_contexts"),
        of(template, named, List.of("[1]", "[null]", "[[]]"), "tags", "variables"),
        of(template, ",\"template_name\":\"t\"", List.of("1", "{}", "[1]", "[[]]"), "tiles"));
  }

  static Stream<Fields> tiles() {
    String[] patch = {"PATCH", "dashboards/1/"};
    String one = "dashboards/1/";
    String[] move = {"POST", one + "move_tile/"};
    String[] copy = {"POST", one + "copy_tile/"};
    String[] text = {"POST", one + "create_text_tile/"};
    String[] look = {"POST", one + "update_tile/"};
    return Stream.of(
        of(patch, "", List.of("1", "\"x\"", "{}", "[1]", "[[]]", "[null]"), "tiles"),
        of(patch, "", List.of("1", "\"x\"", "{}", "[1]", "[[]]", "[{}]"), "duplicate_tiles"),
        of(patch, "", List.of("[{\"id\":1,\"layouts\":\"x\"}]", "[{\"id\":\"x\"}]"), "tiles"),
        of(patch, "", List.of("[{\"id\":1,\"color\":[]}]", "[{\"id\":[]}]"), "tiles"),
        of(move, ",\"to_dashboard\":2", List.of("1", "[]", "{}", "{\"id\":\"x\"}"), "tile"),
        of(move, ",\"tile\":{\"id\":1}", NO_NUMBER, "to_dashboard", "toDashboard"),
        of(copy, ",\"fromDashboardId\":2", NO_NUMBER, "tileId"),
        of(copy, ",\"tileId\":1", NO_NUMBER, "fromDashboardId"),
        of(new String[] {"POST", one + "reorder_tiles/"}, "", NO_LIST, "tile_order"),
        of(new String[] {"POST", one + "delete_tile/"}, "", NO_NUMBER, "tile_id"),
        of(text, "", NO_TEXT, "body"),
        of(text, ",\"body\":\"x\"", NO_OBJECT, "layouts"),
        of(text, ",\"body\":\"x\"", NO_TEXT, "color"),
        of(look, "", NO_NUMBER, "tile_id"),
        of(look, ",\"tile_id\":1", NO_OBJECT, "layouts", "filters_overrides"),
        of(look, ",\"tile_id\":1", NO_TRUTH, "show_description", "transparent_background"));
  }

  static Stream<Fields> insights() {
    String trend = ",\"query\":{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\"}]}";
    String[] ask = {"POST", "query/"};
    return Stream.concat(
        Stream.of("POST insights/", "PATCH insights/1/")
            .map(line -> line.split(" ", -1))
            .flatMap(
                at ->
                    Stream.of(
                        of(at, "", NO_TEXT, "name", "derived_name", "description"),
                        of(at, "", NO_TRUTH, "saved", "favorited", "deleted"),
                        of(at, "", NO_OBJECT, "query", "filters"),
                        of(at, "", NO_LIST, "dashboards", "tags"),
                        of(at, "", List.of("[\"x\"]", "[null]", "[1.5]"), "dashboards"),
                        of(at, "", NO_NUMBER, "order"))),
        Stream.of(
            of(ask, "", NO_OBJECT, "query"),
            of(ask, trend, NO_OBJECT, "filters_override", "variables_override"),
            of(ask, trend, NO_TRUTH, "async"),
            of(ask, trend, NO_TEXT, "name", "client_query_id")));
  }

  static Stream<Fields> around() {
    String[] note = {"POST", "annotations/"};
    String[] share = {"PATCH", "dashboards/1/sharing/"};
    String[] project = {"PATCH", "/api/projects/2/"};
    String[] action = {"POST", "actions/"};
    String[] export = {"POST", "exports/"};
    return Stream.of(
        of(note, "", NO_TEXT, "content"),
        of(note, "", NO_TRUTH, "deleted"),
        of(note, "", List.of("1", "\"x\"", "{}", "\"Europe/Berlin\""), "date_marker", "scope"),
        of(share, "", NO_TRUTH, "enabled", "password_required"),
        of(share, "", NO_OBJECT, "settings"),
        of(new String[] {"POST", "dashboards/1/sharing/passwords/"}, "", NO_TEXT, "note"),
        of(project, "", NO_TEXT, "name", "timezone"),
        of(project, "", List.of("\"-1\"", "\"+03:00\"", "\"Mars/Olympus\"", "null"), "timezone"),
        of(project, "", NO_NUMBER, "week_start_day"),
        of(project, "", NO_LIST, "test_account_filters"),
        of(action, "", NO_TEXT, "name"),
        of(action, "", NO_LIST, "steps", "tags"),
        of(new String[] {"POST", "insight_variables/"}, "", List.of("\"\"", "{}", "null"), "name"),
        of(export, ",\"export_format\":\"image/png\"", NO_NUMBER, "dashboard", "insight"));
  }

  private static Fields of(String[] at, String rest, List<String> wrong, String... names) {
    return new Fields(at[0], at[1], rest, wrong, List.of(names));
  }

  @ParameterizedTest
  @MethodSource({"dashboards", "origins", "tiles", "insights", "around"})
  void is_refused_with_the_fields_name(Fields fields) throws Exception {
    for (String name : fields.names()) {
      for (String value : fields.wrong()) {
        String body = "{\"" + name + "\":" + value + fields.rest() + "}";
        JsonNode error = acme.refused(400, fields.method(), fields.path(), Acme.ADA, body);
        assertThat(error.get("type").asText()).as(body).isEqualTo("validation_error");
        assertThat(error.get("attr").asText()).as(body + "\n" + error).startsWith(name);
      }
    }
  }
}
