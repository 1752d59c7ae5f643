package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Registration.Visibility;
import dev.facet.dashboard.collaborator.Collaborator;
import dev.facet.dashboard.placement.Placement;
import dev.facet.dashboard.placement.Scope;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a body says about a dashboard; null is what it does not say.
 *
 * @param editors who may change it, {@code everyone} or only {@code collaborators}
 * @param letIn the levels of all collaborators, by the users' numbers
 */
record SettingsInput(
    @Nullable String name,
    @Nullable String description,
    @Nullable List<String> tags,
    @Nullable Boolean pinned,
    @Nullable Boolean archived,
    @Nullable Visibility visibility,
    @Nullable String editors,
    @Nullable Placement placement,
    @Nullable Map<Long, Integer> letIn) {
  static final String EVERYONE = "everyone";
  static final String LET_IN = "collaborators";

  private static final int LONGEST_NAME = 400;
  private static final int LONGEST_TAG = 255;
  private static final int LONGEST_ID = 100;
  private static final int MOST = 1_000;
  private static final int LOOKS = 21;

  static SettingsInput read(JsonNode body) {
    Fields fields = Fields.of(body, "");
    SettingsInput input =
        new SettingsInput(
            name(fields),
            fields.text("description"),
            fields.has("tags") ? list(fields, "tags", LONGEST_TAG) : null,
            flag(fields, "pinned"),
            flag(fields, "archived"),
            visibility(fields),
            word(fields, "editors", List.of(EVERYONE, LET_IN)),
            placement(fields),
            letIn(fields));
    fields.done();
    return input;
  }

  private static @Nullable String name(Fields fields) {
    String name = fields.text("name");
    if (name != null && name.isBlank()) {
      throw FailureException.invalid("blank", "name", "Give a name that is not blank.");
    }
    return name == null ? null : checked(name, "name", LONGEST_NAME);
  }

  private static String checked(String text, String path, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw FailureException.invalid(
          "too_long", path, "Give at most " + longest + " characters for " + path + ".");
    }
    return text;
  }

  private static @Nullable Boolean flag(Fields fields, String name) {
    return fields.has(name) ? (Boolean) fields.flag(name) : null;
  }

  private static @Nullable Visibility visibility(Fields fields) {
    String word = word(fields, "visibility", List.of("shared", "private"));
    return word == null ? null : Visibility.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String word(Fields fields, String name, List<String> allowed) {
    String word = fields.text(name);
    if (word != null && !allowed.contains(word)) {
      throw Fields.notOneOf(fields.path(name), word, allowed);
    }
    return word;
  }

  private static List<String> list(Fields fields, String name, int longest) {
    List<String> texts =
        fields.list(name, (value, path) -> checked(Fields.text(value, path), path, longest));
    if (texts.size() > MOST) {
      throw FailureException.invalid(
          "too_many", fields.path(name), "Give at most " + MOST + " of them.");
    }
    return texts;
  }

  private static @Nullable Placement placement(Fields fields) {
    Fields given = fields.object("placement").orElse(null);
    if (given == null) {
      return null;
    }
    Placement placement =
        new Placement(
            given.list("scopes", SettingsInput::scope),
            list(given, "segments", LONGEST_ID),
            list(given, "builders", LONGEST_ID));
    given.done();
    return placement;
  }

  private static Scope scope(JsonNode value, String path) {
    String word = Fields.text(value, path);
    return Scope.of(word).orElseThrow(() -> Fields.notOneOf(path, word, Scope.words()));
  }

  private static @Nullable Map<Long, Integer> letIn(Fields fields) {
    if (!fields.has("collaborators")) {
      return null;
    }
    Map<Long, Integer> letIn = new LinkedHashMap<>();
    fields.list(
        "collaborators",
        (value, path) -> {
          Fields one = Fields.of(value, path);
          Long user = one.number("id");
          String level = word(one, "level", List.of("look", "edit"));
          one.ignore(SettingsWire.SHOWN).done();
          if (user == null) {
            throw Fields.missing(path + ".id");
          }
          return letIn.put(user, "look".equals(level) ? LOOKS : Collaborator.EDITS);
        });
    return letIn;
  }

  /** What is said about a dashboard after this. */
  Registration over(Registration before) {
    Registration said =
        before
            .edit()
            .name(name == null ? before.name() : name)
            .description(description == null ? before.description() : description)
            .tags(tags == null ? before.tags() : tags)
            .pinned(pinned == null ? before.pinned() : pinned)
            .archived(archived == null ? before.archived() : archived)
            .visibility(visibility == null ? before.visibility() : visibility)
            .restrictionLevel(
                editors == null
                    ? before.restrictionLevel()
                    : editors.equals(EVERYONE) ? LOOKS : Collaborator.EDITS)
            .done();
    return placement == null ? said : placement.put(said);
  }
}
