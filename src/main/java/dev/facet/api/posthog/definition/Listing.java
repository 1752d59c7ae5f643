package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.catalog.SearchText;
import dev.facet.definition.Definition;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists that are short enough to be held whole: searched, ordered and cut into pages here. */
final class Listing {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 10_000;

  private Listing() {}

  /** The page that a call asks for. */
  static <T> Response page(Call call, List<T> all, Function<T, ObjectNode> show) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    return Response.json(
        200,
        PostHogWire.page(
            all.size(),
            paging.next(call.request(), all.size()).orElse(null),
            paging.previous(call.request()).orElse(null),
            all.stream().skip(paging.offset()).limit(paging.limit()).map(show).toList()));
  }

  /** Whether a text has what the call's {@code search} looks for in it, whatever its case. */
  static Predicate<String> search(Call call) {
    String wanted = SearchText.fold(call.request().query("search").orElse("").strip());
    return text -> wanted.isEmpty() || SearchText.fold(text).contains(wanted);
  }

  /** Definitions that the call looks for, by name. */
  static List<Definition> found(Call call, List<Definition> all) {
    Predicate<String> matches = search(call);
    return all.stream()
        .filter(each -> matches.test(each.draft().label() + "\n" + each.draft().description()))
        .sorted(
            Comparator.comparing((Definition each) -> SearchText.fold(each.draft().label()))
                .thenComparing(Definition::id))
        .toList();
  }

  /** Who made these. */
  static People creators(Accounts accounts, List<Definition> definitions) {
    return new People(
        accounts.users(
            definitions.stream()
                .map(Definition::createdBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
  }
}
