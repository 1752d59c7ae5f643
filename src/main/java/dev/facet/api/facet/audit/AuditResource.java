package dev.facet.api.facet.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Permission;
import dev.facet.access.User;
import dev.facet.access.audit.Audit;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Entry;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.facet.Slice;
import dev.facet.api.facet.people.Office;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The list of what was done, newest first. Its cursor is the number of the last entry seen. */
public final class AuditResource {
  private final Audit audit;
  private final Accounts accounts;

  public AuditResource(Audit audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  public Response list(Request request) {
    long organisation = Office.managing(request, Permission.toRead("activity_log"));
    Slice slice = Slice.of(request);
    Audit.Search search =
        new Audit.Search(
            number(request, "user"),
            deed(request),
            instant(request, "since"),
            instant(request, "before"),
            slice.offset() == 0 ? null : (Long) slice.offset());
    Audit.Part part = audit.list(organisation, search, Math.toIntExact(slice.limit()));
    List<Entry> entries = part.entries();
    Long next = part.more() ? (Long) entries.getLast().id() : null;
    return Response.json(200, FacetWire.list(shown(entries), part.total(), next));
  }

  private ArrayNode shown(List<Entry> entries) {
    Map<Long, User> users =
        accounts.users(
            entries.stream().map(Entry::user).filter(Objects::nonNull).distinct().toList());
    ArrayNode results = FacetWire.array();
    entries.forEach(entry -> results.add(shown(entry, users)));
    return results;
  }

  private ObjectNode shown(Entry entry, Map<Long, User> users) {
    ObjectNode node = FacetWire.object().put("id", entry.id()).put("at", entry.at().toString());
    node.put("deed", entry.said().deed().word())
        .put("subject", entry.said().subject())
        .put("detail", entry.said().detail())
        .put("address", entry.said().address());
    Long project = entry.project();
    String name =
        project == null ? null : accounts.project(project).map(one -> one.name()).orElse("");
    node.set(
        "project",
        project == null ? null : FacetWire.object().put("id", project).put("name", name));
    User user = entry.user() == null ? null : users.get(entry.user());
    return node.set("user", user == null ? null : FacetWire.person(user));
  }

  private static @Nullable Deed deed(Request request) {
    String word = request.query("deed").orElse("");
    if (word.isEmpty()) {
      return null;
    }
    List<String> words = Arrays.stream(Deed.values()).map(Deed::word).toList();
    return Deed.of(word).orElseThrow(() -> Fields.notOneOf("deed", word, words));
  }

  private static @Nullable Long number(Request request, String name) {
    String text = request.query(name).orElse("");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw FailureException.invalid(
          "wrong_type", name, "Give a number for %s, not '%s'.".formatted(name, text));
    }
    return Long.valueOf(text);
  }

  private static @Nullable Instant instant(Request request, String name) {
    String text = request.query(name).orElse("");
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw FailureException.invalid(
          "wrong_type", name, "Give an instant such as 2026-03-01T12:00:00Z, not '" + text + "'.");
    }
  }
}
