package dev.facet.api.facet.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Links.Lock;
import dev.facet.access.share.Links.Wish;
import dev.facet.access.share.Offer;
import dev.facet.access.share.Share.Terms;
import dev.facet.api.facet.FacetWire;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of a link; null for what it does not say.
 *
 * @param ends whether {@code endsAt} is said, which may be null for no end
 */
record LinkInput(
    @Nullable String label,
    @Nullable ObjectNode settings,
    boolean ends,
    @Nullable Instant endsAt,
    Lock lock) {
  private static final int LONGEST_LABEL = 200;
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 1000;
  private static final List<String> THEMES = List.of("light", "dark", "system");
  private static final List<String> SWITCHES =
      List.of("whitelabel", "noHeader", "legend", "hideExtraDetails");

  static LinkInput read(JsonNode body, Instant now) {
    Fields fields = Fields.of(body, "");
    LinkInput input =
        new LinkInput(
            label(fields),
            settings(fields),
            body.has("expires_at"),
            endsAt(fields, now),
            lock(fields, body.has("password")));
    fields.done();
    return input;
  }

  private static @Nullable String label(Fields fields) {
    String label = fields.text("label");
    if (label != null && label.codePointCount(0, label.length()) > LONGEST_LABEL) {
      throw FailureException.invalid(
          "too_long",
          "label",
          "A link is called something of at most " + LONGEST_LABEL + " characters.");
    }
    return label;
  }

  private static @Nullable ObjectNode settings(Fields fields) {
    Fields given = fields.object("settings").orElse(null);
    if (given == null) {
      return null;
    }
    ObjectNode settings = FacetWire.object();
    String theme = given.text("theme");
    if (theme != null) {
      if (!THEMES.contains(theme)) {
        throw Fields.notOneOf(given.path("theme"), theme, THEMES);
      }
      settings.put("theme", theme);
    }
    Stream.concat(SWITCHES.stream(), Offer.settings().stream())
        .filter(given::has)
        .forEach(name -> settings.put(name, given.flag(name)));
    given.done();
    return settings;
  }

  private static @Nullable Instant endsAt(Fields fields, Instant now) {
    String text = fields.text("expires_at");
    if (text == null) {
      return null;
    }
    Instant end;
    try {
      end = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw FailureException.invalid(
          "wrong_type",
          "expires_at",
          "'" + text + "' is no time; give one such as 2030-01-31T18:00:00Z.");
    }
    if (!end.isAfter(now)) {
      throw FailureException.invalid(
          "in_the_past", "expires_at", "Give a time to come; '" + text + "' is over.");
    }
    return end;
  }

  private static Lock lock(Fields fields, boolean isGiven) {
    String password = fields.text("password");
    if (password == null) {
      return isGiven ? new Lock.Off() : new Lock.Same();
    }
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
      throw FailureException.invalid(
          "password_length",
          "password",
          "Give a password of %d to %d characters, not of %d."
              .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD, length));
    }
    return new Lock.On(password);
  }

  /** The link that is made of this. */
  Wish made() {
    return over(new Wish(FacetWire.object(), Terms.PLAIN));
  }

  /** What becomes of a link by this. */
  Wish over(Wish before) {
    Terms said = before.terms();
    return new Wish(
        settings == null ? before.settings() : settings,
        new Terms(label == null ? said.label() : label, ends ? endsAt : said.endsAt()));
  }
}
