package dev.facet.api.posthog.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.catalog.SearchText;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.annotation.Annotation;
import dev.facet.dashboard.annotation.Annotation.Note;
import dev.facet.dashboard.annotation.Annotation.Scope;
import dev.facet.dashboard.annotation.Annotations;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code …/annotations/}: list, create, retrieve, change. */
public record AnnotationsResource(
    Annotations annotations, Dashboards dashboards, Accounts accounts) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  public Response list(Call call) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    List<Annotation> all =
        annotations.seen(call.project().id()).stream().filter(matches(call)).toList();
    List<Annotation> page = all.stream().skip(paging.offset()).limit(paging.limit()).toList();
    return Response.json(
        200,
        PostHogWire.page(
            all.size(),
            paging.next(call.request(), all.size()).orElse(null),
            paging.previous(call.request()).orElse(null),
            shown(call, page)));
  }

  private static Predicate<Annotation> matches(Call call) {
    String part = SearchText.fold(call.request().query("search").orElse("").strip());
    Optional<Scope> scope = call.request().query("scope").map(AnnotationsResource::scope);
    Optional<Instant> from = time(call, "date_from");
    Optional<Instant> to = time(call, "date_to");
    return annotation -> {
      Note note = annotation.note();
      Instant at = note.markedAt();
      boolean found = part.isEmpty() || SearchText.fold(content(note)).contains(part);
      boolean late = from.isEmpty() || (at != null && !at.isBefore(from.get()));
      boolean early = to.isEmpty() || (at != null && !at.isAfter(to.get()));
      return found && late && early && (scope.isEmpty() || scope.get() == note.scope());
    };
  }

  private static String content(Note note) {
    return Objects.requireNonNullElse(note.content(), "");
  }

  private static Scope scope(String word) {
    Scope scope = AnnotationInput.SCOPES.get(word);
    if (scope == null) {
      throw Input.refused("scope", "invalid_choice", "\"" + word + "\" is not a valid choice.");
    }
    return scope;
  }

  private static Optional<Instant> time(Call call, String parameter) {
    return call.request()
        .query(parameter)
        .map(text -> AnnotationInput.time(text, parameter, call.project().zone()));
  }

  public Response create(Call call) {
    Input input = call.input();
    Note note = said(call, Note.EMPTY, input);
    boolean deleted = input.isOn("deleted");
    return show(call, 201, annotations.create(call.actor(), note, deleted));
  }

  private Note said(Call call, Note before, Input input) {
    AnnotationInput said = new AnnotationInput(input, call.project().zone());
    return dashboards.read(call.actor(), reader -> said.note(before, reader));
  }

  public Response retrieve(Call call) {
    return annotations.seen(call.project().id()).stream()
        .filter(each -> each.id() == call.id())
        .findFirst()
        .map(found -> show(call, 200, found))
        .orElseThrow(() -> FailureException.notFound("There is no such annotation."));
  }

  /** A project changes its own only; one that is deleted comes back by {@code deleted: false}. */
  public Response update(Call call) {
    Input input = call.input();
    Annotation before = annotations.own(call.project().id(), call.id());
    boolean deleted = input.has("deleted") ? input.flag("deleted") : before.deleted();
    if (before.deleted() && deleted) {
      throw FailureException.notFound("There is no such annotation.");
    }
    return show(call, 200, annotations.change(before, said(call, before.note(), input), deleted));
  }

  /** Annotations go by {@code deleted}. */
  public Response delete(Call call) {
    return Response.empty(405);
  }

  private Response show(Call call, int status, Annotation annotation) {
    return Response.json(status, shown(call, List.of(annotation)).getFirst());
  }

  private List<ObjectNode> shown(Call call, List<Annotation> all) {
    People people =
        new People(
            accounts.users(
                all.stream()
                    .map(Annotation::createdBy)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList()));
    return dashboards.read(
        call.actor(),
        reader -> all.stream().map(new AnnotationWire(people, reader)::show).toList());
  }
}
