package dev.facet.dashboard.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.content.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a dashboard stands; without scopes on no page.
 *
 * @param segments the segments on whose pages it stands, none for all
 * @param builders the builders on whose pages it stands, none for all
 */
public record Placement(List<Scope> scopes, List<String> segments, List<String> builders) {
  /** Kept among the extras, under the name of the dialect that brought it. */
  private static final String KEPT = "mediarithmics";

  public static final Placement NOWHERE = new Placement(List.of(), List.of(), List.of());

  public Placement {
    scopes = scopes.stream().distinct().toList();
    segments = segments.stream().distinct().toList();
    builders = builders.stream().distinct().toList();
  }

  public static Placement of(Registration said) {
    Document kept = Document.of(said.extras().get(KEPT).orElse(null));
    return new Placement(
        texts(kept, "scopes").stream().flatMap(word -> Scope.of(word).stream()).toList(),
        texts(kept, "segment_ids"),
        texts(kept, "builder_ids"));
  }

  private static List<String> texts(Document kept, String field) {
    List<String> texts = new ArrayList<>();
    kept.get(field).ifPresent(list -> list.forEach(each -> texts.add(each.asText())));
    return texts;
  }

  /** The registration with this as its placement. */
  public Registration put(Registration said) {
    JsonNode before = said.extras().get(KEPT).orElse(null);
    ObjectNode kept = before instanceof ObjectNode object ? object.deepCopy() : Json.object();
    ArrayNode words = kept.putArray("scopes");
    scopes.forEach(scope -> words.add(scope.word()));
    segments.forEach(kept.putArray("segment_ids")::add);
    builders.forEach(kept.putArray("builder_ids")::add);
    return said.edit().extras(said.extras().with(KEPT, kept)).done();
  }

  /**
   * Whether a dashboard so placed stands on a page.
   *
   * @param id of the segment or builder whose page it is; null for a page of no particular one
   */
  public boolean isOn(Scope page, @Nullable String id) {
    List<String> named =
        switch (page) {
          case SEGMENTS -> segments;
          case BUILDERS -> builders;
          case HOME, CONSOLE -> List.of();
        };
    return scopes.contains(page) && (named.isEmpty() || (id != null && named.contains(id)));
  }
}
