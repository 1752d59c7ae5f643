package dev.facet.api.facet.board;

import dev.facet.access.Accounts;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Grid;
import dev.facet.dashboard.content.Place;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Objects;

/** Single cards of dashboards. */
public final class CardsResource {
  private final Shown shown;

  public CardsResource(Dashboards dashboards, Accounts accounts) {
    this.shown = new Shown(dashboards, accounts);
  }

  /**
   * Moves a card to another dashboard ({@code {"to": id}}), below what is there. Answers the
   * dashboard that it left; {@code If-Match} is about that one.
   */
  public Response move(Request request) {
    Fields fields = Fields.of(Json.read(request.body()), "");
    Long to = fields.number("to");
    if (to == null) {
      throw Fields.missing(fields.path("to"));
    }
    fields.done();
    return shown.changed(200, request, editor -> move(editor, request, to));
  }

  private static Sheet move(Editor editor, Request request, long to) {
    long from = BoardRequest.id(request);
    long number = request.pathNumber("card");
    if (from == to) {
      throw FailureException.invalid("same_dashboard", "to", "The card is there already.");
    }
    editor.read().get(to);
    Card card =
        editor
            .read()
            .get(from)
            .content()
            .card(number)
            .filter(one -> !one.removed())
            .orElseThrow(() -> missing(from, number));
    Sheet left =
        editor.edit(
            from,
            BoardRequest.expected(request),
            sheet -> sheet.with(sheet.content().without(one -> one.id() == number)));
    editor.editContent(to, content -> content.plus(below(content, card)));
    return left;
  }

  private static Card below(Content content, Card card) {
    List<Place> taken =
        content.sections().isEmpty()
            ? List.of()
            : content.sections().getLast().cards().stream()
                .filter(one -> !one.removed())
                .map(Card::place)
                .filter(Objects::nonNull)
                .toList();
    Place size = card.place() == null ? Grid.DEFAULT_SIZE : card.place();
    return card.withPlace(Grid.below(taken, size.w(), size.h()));
  }

  private static FailureException missing(long dashboard, long card) {
    return new FailureException(
        new Failure.NotFound(
            "card_not_found", null, "Dashboard " + dashboard + " has no card " + card + "."));
  }
}
