package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.Tile;
import dev.facet.api.posthog.wire.TileMoves;
import dev.facet.api.posthog.wire.TileMoves.Arrangement;
import dev.facet.api.posthog.wire.TilePatches;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import dev.facet.model.FailureException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** {@code …/dashboards/{id}/}…{@code tile}: tiles moved, copied, written, taken off one by one. */
record TilesResource(Dashboards dashboards, DashboardView view, DashboardsResource boards) {
  private static final int MAX_BODY = 4000;
  private static final Set<String> FORMATS = Set.of("optimized", "json");
  private static final Set<String> ARRANGEMENTS = Set.of("preserve", "two_column", "full_width");

  /**
   * Moves a tile. Fields of a dashboard alone change the dashboard, as the vendor's page has it.
   */
  Response move(Call call) {
    Input input = call.input();
    boolean moves = Stream.of("tile", "to_dashboard", "toDashboard").anyMatch(input::has);
    if (!moves && !input.node().isEmpty()) {
      return boards.update(call);
    }
    long tile = tileId(input);
    long to = destination(input);
    Sheet source =
        dashboards.write(
            call.actor(),
            editor -> {
              editable(call, editor, call.id());
              editable(call, editor, to);
              return move(editor, call.id(), tile, to);
            });
    return dashboard(call, source);
  }

  private static long tileId(Input input) {
    if (!(input.at("tile") instanceof ObjectNode tile)) {
      throw required("tile");
    }
    if (!tile.hasNonNull("id")) {
      throw required("tile.id");
    }
    return Input.number(tile.get("id"), "tile.id");
  }

  private static long destination(Input input) {
    return number(input, input.has("toDashboard") ? "toDashboard" : "to_dashboard");
  }

  private static Sheet move(Editor editor, long from, long tileId, long to) {
    Sheet source = editor.read().get(from);
    Tile tile = shown(source, tileId);
    if (TileMoves.shows(editor.read().get(to).content(), tile)) {
      throw FailureException.invalid(
          "invalid_input", null, "Invalid request data for moving tile.");
    }
    Sheet left = editor.editContent(from, content -> TileMoves.without(content, tile));
    editor.editContent(to, content -> TileMoves.with(content, tile, TileMoves.own(tile)));
    return left;
  }

  Response copy(Call call) {
    Input input = call.input();
    long from = number(input, "fromDashboardId");
    long tile = number(input, "tileId");
    if (from == call.id()) {
      throw FailureException.invalid(
          "invalid_input", null, "Destination must be a different dashboard than the source.");
    }
    Sheet destination =
        dashboards.write(
            call.actor(),
            editor -> {
              editable(call, editor, call.id());
              return copied(editor, shown(editor.read().get(from), tile), call.id());
            });
    return dashboard(call, destination);
  }

  private static Sheet copied(Editor editor, Tile tile, long to) {
    if (TileMoves.shows(editor.read().get(to).content(), tile)) {
      String what = tile.text() == null ? "insight" : "text card";
      throw FailureException.invalid(
          "invalid_input", null, "This " + what + " is already on the destination dashboard.");
    }
    return editor.editContent(to, content -> TileMoves.withCopy(content, tile));
  }

  Response reorder(Call call) {
    Input input = call.input();
    if (!input.has("tile_order")) {
      throw required("tile_order");
    }
    List<Long> order = input.numbers("tile_order");
    String layout = input.has("layout") ? input.choice("layout", ARRANGEMENTS) : "preserve";
    if (order.isEmpty()) {
      throw FailureException.invalid("empty", "tile_order", "This list may not be empty.");
    }
    if (new HashSet<>(order).size() < order.size()) {
      return detail(400, "tile_order must contain unique tile IDs");
    }
    Sheet before = dashboards.read(call.actor(), reader -> reader.get(call.id()));
    Set<Long> unknown = new TreeSet<>(order);
    Tile.shown(before.content()).forEach(tile -> unknown.remove(tile.id()));
    if (!unknown.isEmpty()) {
      return detail(404, "Tile IDs not found on this dashboard: " + unknown);
    }
    Arrangement arrangement = Arrangement.valueOf(layout.toUpperCase(Locale.ROOT));
    return dashboard(
        call,
        changed(
            call,
            (editor, sheet) -> {
              List<Tile> tiles = order.stream().map(id -> shown(sheet, id)).toList();
              return TileMoves.reordered(sheet.content(), tiles, arrangement);
            }));
  }

  /** An answer outside the usual shape of errors, as clients know it. */
  private static Response detail(int status, String text) {
    ObjectNode node = PostHogWire.object();
    node.put("detail", text);
    return Response.json(status, node);
  }

  Response createText(Call call) {
    Input input = call.input();
    String body = body(input);
    ObjectNode patch = patch(input, Set.of("layouts", "color"));
    Sheet sheet =
        changed(
            call,
            (editor, before) -> {
              Content with = before.content().plus(Card.of(null, Chart.ofText(body)));
              return TilePatches.displayed(with, newest(with), new Input(patch));
            });
    return Response.json(
        201, view.tile(call.onlooker(), sheet, newest(sheet.content()).charts().getFirst().id()));
  }

  private static Card newest(Content content) {
    return content.sections().getLast().cards().getLast();
  }

  private static String body(Input input) {
    JsonNode body = input.at("body");
    if (body.isMissingNode()) {
      throw required("body");
    }
    String text = input.textNotNull("body", Integer.MAX_VALUE);
    if (text.isEmpty()) {
      throw FailureException.invalid("blank", "body", "Text body cannot be empty");
    }
    if (text.codePointCount(0, text.length()) > MAX_BODY) {
      throw FailureException.invalid(
          "max_length", "body", "Text body cannot exceed " + MAX_BODY + " characters");
    }
    return body.isTextual() ? body.textValue() : text;
  }

  /** The fields that say how a tile is shown, checked. */
  private static ObjectNode patch(Input input, Set<String> fields) {
    ObjectNode patch = PostHogWire.object();
    fields.stream().filter(input::has).forEach(field -> patch.set(field, input.at(field)));
    ObjectNode layouts = input.object("layouts", "Layouts must be a dictionary.");
    if (layouts != null) {
      patch.set("layouts", layouts);
    }
    return patch;
  }

  Response updateText(Call call) {
    Input input = call.input();
    ObjectNode patch = patch(input, Set.of("layouts", "color"));
    if (input.has("body")) {
      patch.putObject("text").put("body", body(input));
    }
    return patched(
        call,
        number(input, "tile_id"),
        patch,
        tile -> tile.text() == null ? Optional.of("Tile is not a text tile.") : Optional.empty());
  }

  Response update(Call call) {
    Input input = call.input();
    ObjectNode patch =
        patch(
            input,
            Set.of(
                "layouts",
                "color",
                "show_description",
                "filters_overrides",
                "transparent_background"));
    return patched(
        call,
        number(input, "tile_id"),
        patch,
        tile ->
            tile.text() == null
                ? Optional.empty()
                : Optional.of("Text tiles are changed by update_text_tile."));
  }

  /** Says why a tile cannot be changed this way. */
  private interface Objection {
    Optional<String> to(Tile tile);
  }

  private Response patched(Call call, long id, ObjectNode patch, Objection objection) {
    patch.put("id", id);
    Sheet sheet =
        changed(
            call,
            (editor, before) -> {
              Tile tile = shown(before, id);
              objection
                  .to(tile)
                  .ifPresent(
                      why -> {
                        throw FailureException.invalid("invalid_input", "tile_id", why);
                      });
              return TilePatches.patched(before.content(), new Input(patch));
            });
    return Response.json(200, view.tile(call.onlooker(), sheet, id));
  }

  Response delete(Call call) {
    long id = number(call.input(), "tile_id");
    ObjectNode patch = PostHogWire.object();
    patch.put("id", id);
    patch.put("deleted", true);
    changed(
        call,
        (editor, before) -> {
          shown(before, id);
          return TileMoves.compacted(TilePatches.patched(before.content(), new Input(patch)));
        });
    return Response.empty(204);
  }

  private Sheet changed(Call call, BiFunction<Editor, Sheet, Content> change) {
    return dashboards.write(
        call.actor(),
        editor -> {
          editable(call, editor, call.id());
          return editor.edit(call.id(), null, before -> before.with(change.apply(editor, before)));
        });
  }

  private static void editable(Call call, Editor editor, long dashboard) {
    DashboardsResource.requireEdit(call, editor.read().get(dashboard).dashboard());
  }

  private static Tile shown(Sheet sheet, long id) {
    return Tile.findShown(sheet.content(), id)
        .orElseThrow(() -> FailureException.notFound("There is no tile " + id + "."));
  }

  private static long number(Input input, String field) {
    Long number = input.number(field);
    if (number == null) {
      throw required(field);
    }
    return number;
  }

  private static FailureException required(String field) {
    return FailureException.invalid("required", field, "This field is required.");
  }

  private Response dashboard(Call call, Sheet sheet) {
    return Response.json(
        200,
        view.show(
            call.onlooker(), sheet, sheet.dashboard().accessedAt(), DashboardView.Look.of(call)));
  }

  /** The results of a dashboard's insights and nothing else. */
  Response run(Call call) {
    DashboardView.Look look = DashboardView.Look.of(call);
    checkFormat(call);
    Sheet sheet = dashboards.read(call.actor(), reader -> reader.get(call.id()));
    List<Long> wanted = wanted(call, sheet);
    DashboardView.Shown shown = view.look(call.onlooker(), sheet, look, "sm");
    List<Integer> places =
        shown.places(
            tile -> tile.insight() != null && (wanted.isEmpty() || wanted.contains(tile.id())));
    ObjectNode[] tiles = new ObjectNode[shown.places(tile -> true).size()];
    shown.tiles(places, (tile, place) -> tiles[place] = tile);
    ArrayNode results = PostHogWire.array();
    for (int place : places) {
      if (tiles[place].path("insight").hasNonNull("query")) {
        results.add(ran(tiles[place], place));
      }
    }
    ObjectNode answer = PostHogWire.object();
    answer.set("results", results);
    return Response.json(200, answer);
  }

  /**
   * Results are the same in both formats, and whole: what says otherwise only has to make sense.
   */
  private static void checkFormat(Call call) {
    String format = call.request().query("output_format").orElse("json");
    if (!FORMATS.contains(format)) {
      throw FailureException.invalid(
          "invalid_choice", "output_format", "\"" + format + "\" is not a valid choice.");
    }
    call.request()
        .query("max_result_chars")
        .ifPresent(text -> Input.number(TextNode.valueOf(text), "max_result_chars"));
  }

  private static List<Long> wanted(Call call, Sheet sheet) {
    List<Long> wanted = new ArrayList<>();
    for (String text : call.request().query("tile_ids").orElse("").split(",")) {
      if (!text.isBlank()) {
        long id =
            InsightFilters.number(text.strip())
                .orElseThrow(
                    () ->
                        FailureException.invalid(
                            "invalid_input",
                            "tile_ids",
                            "tile_ids must be numbers with commas between them."));
        if (Tile.findShown(sheet.content(), id).isEmpty()) {
          throw FailureException.invalid(
              "invalid_input", "tile_ids", "There is no tile " + id + " on this dashboard.");
        }
        wanted.add(id);
      }
    }
    return wanted;
  }

  private static ObjectNode ran(ObjectNode tile, int order) {
    ObjectNode result = PostHogWire.object();
    result.set("id", tile.get("id"));
    ObjectNode insight = result.putObject("insight");
    for (String field : List.of("id", "short_id", "name", "derived_name", "result")) {
      insight.set(field, tile.path("insight").get(field));
    }
    result.put("order", order);
    result.set("last_refresh", tile.get("last_refresh"));
    result.set("is_cached", tile.get("is_cached"));
    return result;
  }
}
