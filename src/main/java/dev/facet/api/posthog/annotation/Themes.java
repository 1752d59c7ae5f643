package dev.facet.api.posthog.annotation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.FailureException;
import java.util.List;

/** {@code …/data_color_themes/}: the one theme of colours that every project has. */
public final class Themes {
  private static final long USUAL = 1;

  /** The colours of our page's charts. */
  private static final List<String> COLOURS =
      List.of(
          "#2f6db5", "#d9822b", "#2a9183", "#b8476b", "#7a5fb8", "#3a9fc9", "#c472b0", "#7f8c22",
          "#a0622d", "#4f7a4a");

  private Themes() {}

  public static Response list(Call call) {
    return Response.json(200, all());
  }

  public static Response retrieve(Call call) {
    if (call.id() != USUAL) {
      throw FailureException.notFound("There is no such theme.");
    }
    return Response.json(200, usual());
  }

  /** All themes, as lists and shared pages show them. */
  public static ArrayNode all() {
    return PostHogWire.array().add(usual());
  }

  private static ObjectNode usual() {
    ObjectNode node = PostHogWire.object();
    node.put("id", USUAL);
    node.put("name", "Default");
    node.set("colors", PostHogWire.texts(COLOURS));
    node.put("is_global", true);
    node.putNull("created_at");
    node.putNull("created_by");
    return node;
  }
}
