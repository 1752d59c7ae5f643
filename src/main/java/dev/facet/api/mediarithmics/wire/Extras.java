package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the core does not know of a section, card or chart: fields as they were sent. */
final class Extras {
  private static final String DIALECT = "mediarithmics";

  /** Made by editors, to tell things apart while they are edited. */
  private static final String TRANSIENT = "id";

  private Extras() {}

  /** The fields of an object but those the core knows, over what other dialects keep there. */
  static ObjectNode of(JsonNode sent, Collection<String> known, @Nullable ObjectNode before) {
    ObjectNode own = MediarithmicsWire.object();
    for (var fields = sent.fields(); fields.hasNext(); ) {
      var field = fields.next();
      if (!known.contains(field.getKey()) && !field.getKey().equals(TRANSIENT)) {
        own.set(field.getKey(), field.getValue());
      }
    }
    ObjectNode all = before == null ? MediarithmicsWire.object() : before.deepCopy();
    all.remove(DIALECT);
    return own.isEmpty() ? all : all.set(DIALECT, own);
  }

  /** What was sent of this dialect, with what the others keep of what was there before. */
  static @Nullable ObjectNode over(@Nullable ObjectNode sent, @Nullable ObjectNode before) {
    return sent == null ? before : of(own(sent), List.of(), before);
  }

  /** What was kept of this dialect; empty for nothing. */
  static ObjectNode own(@Nullable ObjectNode extras) {
    return extras != null && extras.get(DIALECT) instanceof ObjectNode own
        ? own.deepCopy()
        : MediarithmicsWire.object();
  }
}
