package dev.facet.api.posthog.definition;

import dev.facet.access.Accounts;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.definition.Definition;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.Definition.Kind;
import dev.facet.definition.Glossary;
import dev.facet.model.FailureException;
import java.util.List;

/** {@code …/insight_variables/}: list, create, retrieve, change, delete. */
record VariablesResource(Glossary glossary, Accounts accounts) {

  Response list(Call call) {
    List<Definition> found = Listing.found(call, all(call));
    return Listing.page(call, found, new VariableWire(Listing.creators(accounts, found))::show);
  }

  private List<Definition> all(Call call) {
    return glossary.defined(call.project().id()).of(Kind.VARIABLE);
  }

  Response create(Call call) {
    Draft draft = new VariableInput(call.input()).draft(Draft.EMPTY);
    return show(201, glossary.create(call.author(), Kind.VARIABLE, draft));
  }

  Response retrieve(Call call) {
    return show(200, find(call));
  }

  private Definition find(Call call) {
    String id = call.request().pathParameter("id");
    return all(call).stream()
        .filter(variable -> variable.uuid().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("There is no such variable."));
  }

  Response update(Call call) {
    VariableInput said = new VariableInput(call.input());
    return show(
        200,
        glossary.change(call.project().id(), Kind.VARIABLE, find(call).id(), false, said::draft));
  }

  Response delete(Call call) {
    glossary.change(
        call.project().id(),
        Kind.VARIABLE,
        find(call).id(),
        false,
        draft -> draft.withDeleted(true));
    return Response.empty(204);
  }

  private Response show(int status, Definition variable) {
    return Response.json(
        status, new VariableWire(Listing.creators(accounts, List.of(variable))).show(variable));
  }
}
