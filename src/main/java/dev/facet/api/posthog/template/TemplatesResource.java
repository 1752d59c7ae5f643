package dev.facet.api.posthog.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.User;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dashboard.template.Template;
import dev.facet.dashboard.template.TemplateBody;
import dev.facet.dashboard.template.Templates;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code …/dashboard_templates/}: the blueprints of dashboards a project can use. */
public record TemplatesResource(Templates templates, Accounts accounts) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final int MAX_TEXT = 400;
  private static final int MAX_URL = 8201;
  private static final String GLOBAL = "global";
  private static final String TEAM = "team";
  private static final Set<String> SCOPES = Set.of(TEAM, GLOBAL, "feature_flag");

  /** What a template holds beside its name. */
  private static final List<String> FIELDS =
      List.of(
          "dashboard_description",
          "dashboard_filters",
          "tags",
          "tiles",
          "variables",
          "image_url",
          "availability_contexts",
          "is_featured");

  public Response schema(Call call) {
    return Response.json(200, TemplateSchema.schema())
        .with("Cache-Control", "private, max-age=120");
  }

  /** A template as it was sent, once it fits the schema. */
  public static ObjectNode checked(JsonNode template) {
    return TemplateSchema.checked(template);
  }

  public Response list(Call call) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    String search = call.request().query("search").orElse("").toLowerCase(Locale.ROOT);
    String scope = call.request().query("scope").orElse("");
    List<Template> found =
        templates.all(call.project().id()).stream()
            .filter(template -> scope.isEmpty() || scope(template).equals(scope))
            .filter(template -> matches(template, search))
            .toList();
    List<Template> page = found.stream().skip(paging.offset()).limit(paging.limit()).toList();
    return Response.json(
        200,
        PostHogWire.page(
            found.size(),
            paging.next(call.request(), found.size()).orElse(null),
            paging.previous(call.request()).orElse(null),
            objects(page)));
  }

  private static boolean matches(Template template, String search) {
    String text =
        template.name()
            + "\n"
            + template.body().path("dashboard_description").asText()
            + "\n"
            + template.body().path("tags");
    return text.toLowerCase(Locale.ROOT).contains(search);
  }

  private List<ObjectNode> objects(List<Template> all) {
    Map<Long, User> users =
        accounts.users(
            all.stream().map(Template::createdBy).filter(Objects::nonNull).distinct().toList());
    return all.stream().map(template -> object(template, users.get(template.createdBy()))).toList();
  }

  private static ObjectNode object(Template template, @Nullable User creator) {
    ObjectNode body = template.body();
    ObjectNode node = PostHogWire.object();
    node.put("id", template.id().toString());
    node.put("template_name", template.name());
    FIELDS.forEach(field -> node.set(field, body.get(field)));
    node.put("is_featured", body.path("is_featured").asBoolean());
    node.put("deleted", template.deleted());
    node.put("created_at", PostHogWire.time(template.createdAt()));
    node.set("created_by", PostHogWire.user(creator));
    node.put("team_id", template.project());
    node.put("scope", scope(template));
    return node;
  }

  private static String scope(Template template) {
    return template.project() == null ? GLOBAL : template.body().path("scope").asText(TEAM);
  }

  public Response retrieve(Call call) {
    Template template =
        templates.find(call.project().id(), id(call)).orElseThrow(TemplatesResource::missing);
    return Response.json(200, objects(List.of(template)).getFirst());
  }

  public Response create(Call call) {
    Input input = call.input();
    String name = input.textNotNull("template_name", MAX_TEXT);
    ObjectNode body = body(PostHogWire.object(), input);
    if (body.path("tiles").isEmpty()) {
      throw noTiles();
    }
    Template made = templates.create(call.actor(), name, body);
    return Response.json(201, objects(List.of(made)).getFirst());
  }

  private static ObjectNode body(ObjectNode before, Input input) {
    ObjectNode body = before.deepCopy();
    input.text("dashboard_description", MAX_TEXT);
    input.text("image_url", MAX_URL);
    input.flagOrNull("is_featured");
    input.object("dashboard_filters", "Filters must be a dictionary");
    list(input, "tiles", JsonNode::isObject, "dictionary");
    list(input, "variables", JsonNode::isObject, "dictionary");
    list(input, "availability_contexts", JsonNode::isTextual, "string");
    list(input, "tags", JsonNode::isTextual, "string");
    if (input.at("tiles").isArray() && input.at("tiles").isEmpty()) {
      throw noTiles();
    }
    if (input.has("scope") && !input.at("scope").isNull()) {
      body.put("scope", input.choice("scope", SCOPES));
    }
    FIELDS.stream().filter(input::has).forEach(field -> body.set(field, input.at(field)));
    if (input.has("tiles")) {
      body.remove(TemplateBody.BOARD);
    }
    return body;
  }

  private static void list(Input input, String field, Predicate<JsonNode> fits, String what) {
    for (JsonNode element : input.list(field)) {
      if (!fits.test(element)) {
        throw FailureException.invalid(
            "invalid_input",
            field,
            "Expected a " + what + ", but got " + Input.type(element) + ".");
      }
    }
  }

  private static FailureException noTiles() {
    return FailureException.invalid(
        "invalid_input", null, "You need to provide tiles for the template.");
  }

  public Response update(Call call) {
    Input input = call.input();
    boolean deleted = input.isOn("deleted");
    if (input.at("scope").asText().equals(TEAM) && isEverybodys(call)) {
      throw FailureException.invalid(
          "invalid_input", "scope", "A template of all projects cannot become one project's own.");
    }
    Template after =
        templates.change(
            call.actor(),
            id(call),
            before ->
                before.with(
                    input.has("template_name")
                        ? input.textNotNull("template_name", MAX_TEXT)
                        : before.name(),
                    body(before.body(), input),
                    input.has("deleted") ? deleted : before.deleted()));
    return Response.json(200, objects(List.of(after)).getFirst());
  }

  private boolean isEverybodys(Call call) {
    return templates
        .find(call.project().id(), id(call))
        .filter(template -> template.project() == null)
        .isPresent();
  }

  /** Templates go by {@code deleted}; deleting one outright is possible nowhere. */
  public Response delete(Call call) {
    return Response.empty(405);
  }

  private static UUID id(Call call) {
    try {
      return UUID.fromString(call.request().pathParameter("id"));
    } catch (IllegalArgumentException e) {
      throw missing();
    }
  }

  private static FailureException missing() {
    return FailureException.notFound("There is no such template.");
  }
}
