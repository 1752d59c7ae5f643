package dev.facet.api.posthog.definition;

import dev.facet.access.Accounts;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.definition.Definition;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.Definition.Kind;
import dev.facet.definition.Glossary;
import dev.facet.model.FailureException;
import java.util.List;

/** {@code …/actions/}: list, create, retrieve, change, delete and bring back. */
record ActionsResource(Glossary glossary, Accounts accounts) {

  Response list(Call call) {
    List<Definition> all = glossary.defined(call.project().id()).of(Kind.ACTION);
    List<Definition> found = Listing.found(call, all);
    return Listing.page(call, found, new ActionWire(Listing.creators(accounts, found))::show);
  }

  Response create(Call call) {
    Draft draft = new ActionInput(call.input()).draft(Draft.EMPTY);
    return show(201, glossary.create(call.author(), Kind.ACTION, draft));
  }

  Response retrieve(Call call) {
    return show(
        200,
        glossary
            .find(call.project().id(), Kind.ACTION, call.id())
            .orElseThrow(() -> FailureException.notFound("There is no such action.")));
  }

  Response update(Call call) {
    Input input = call.input();
    boolean back = input.has("deleted") && !input.flag("deleted");
    return show(
        200,
        glossary.change(
            call.project().id(), Kind.ACTION, call.id(), back, new ActionInput(input)::draft));
  }

  private Response show(int status, Definition action) {
    return Response.json(
        status, new ActionWire(Listing.creators(accounts, List.of(action))).show(action));
  }

  /** Actions go by {@code deleted}; deleting one outright is possible nowhere. */
  Response delete(Call call) {
    return Response.empty(405);
  }
}
