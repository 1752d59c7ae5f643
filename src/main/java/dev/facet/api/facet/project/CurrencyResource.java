package dev.facet.api.facet.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.definition.Author;
import dev.facet.definition.Glossary;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The currency that a project's money is converted to. */
final class CurrencyResource {
  private final Glossary glossary;

  CurrencyResource(Glossary glossary) {
    this.glossary = glossary;
  }

  Response show(Request request) {
    return shown(glossary.defined(project(request)).currency());
  }

  Response set(Request request) {
    Fields fields = Fields.of(Json.read(request.body()), "");
    String currency = fields.requiredText("currency");
    fields.done();
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(one -> one.getCurrencyCode().equals(currency));
    if (!known) {
      throw FailureException.invalid(
          "unknown_currency",
          "currency",
          "\"" + currency + "\" is no currency: give its three letters, such as EUR.");
    }
    glossary.setCurrency(author(request), currency);
    return shown(currency);
  }

  Response remove(Request request) {
    glossary.setCurrency(author(request), null);
    return Response.empty(204);
  }

  private static Author author(Request request) {
    return new Author(project(request), request.recall(Caller.class).user().id());
  }

  private static long project(Request request) {
    return request.recall(Project.class).id();
  }

  private static Response shown(@Nullable String currency) {
    ObjectNode answer = FacetWire.object().put("currency", currency);
    return Response.json(200, answer.put("converted", currency != null));
  }
}
