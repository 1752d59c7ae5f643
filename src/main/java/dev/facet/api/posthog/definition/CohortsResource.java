package dev.facet.api.posthog.definition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.access.Accounts;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.definition.Definition;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.Definition.Kind;
import dev.facet.definition.Glossary;
import dev.facet.ingest.Ingest;
import dev.facet.model.FailureException;
import dev.facet.plan.Plan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code …/cohorts/}: list, create, retrieve, change, delete and bring back; who is in them. */
final class CohortsResource {
  /** How long an answer waits for members to be visible, so that their count is right. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int COUNTS_KEPT = 10_000;

  private final Glossary glossary;
  private final Accounts accounts;
  private final Ingest ingest;
  private final Persons persons;
  private final Cache<Counted, Long> counts =
      Caffeine.newBuilder().maximumSize(COUNTS_KEPT).build();

  /** What a count holds for: criteria may look back from the minute. */
  private record Counted(long cohort, long position, long version, long minute) {}

  CohortsResource(Glossary glossary, Accounts accounts, Ingest ingest, Persons persons) {
    this.glossary = glossary;
    this.accounts = accounts;
    this.ingest = ingest;
    this.persons = persons;
  }

  Response list(Call call) {
    List<Definition> all = glossary.defined(call.project().id()).of(Kind.COHORT);
    List<Definition> found = Listing.found(call, all);
    CohortWire wire = new CohortWire(Listing.creators(accounts, found));
    return Listing.page(call, found, cohort -> wire.show(cohort, count(call, cohort)));
  }

  Response create(Call call) {
    CohortInput said = new CohortInput(call.input());
    Draft draft = said.draft(Draft.EMPTY);
    Definition made = glossary.create(call.author(), Kind.COHORT, draft);
    return show(call, 201, withMembers(call, made, said));
  }

  private Definition withMembers(Call call, Definition cohort, CohortInput said) {
    if (said.namesMembers()) {
      long position =
          ingest.addMembers(call.project().id(), cohort.id(), said.distinctIds(), said.persons());
      ingest.settle(position, PATIENCE);
    }
    return cohort;
  }

  Response retrieve(Call call) {
    return show(call, 200, find(call));
  }

  private Definition find(Call call) {
    return glossary
        .find(call.project().id(), Kind.COHORT, call.id())
        .orElseThrow(() -> FailureException.notFound("There is no such cohort."));
  }

  Response update(Call call) {
    Input input = call.input();
    CohortInput said = new CohortInput(input);
    boolean back = input.has("deleted") && !input.flag("deleted");
    Definition after =
        glossary.change(call.project().id(), Kind.COHORT, call.id(), back, said::draft);
    return show(call, 200, withMembers(call, after, said));
  }

  /** Puts persons into a cohort that is a list. */
  Response add(Call call) {
    CohortInput said = new CohortInput(call.input());
    CohortInput.requireList(find(call).draft());
    withMembers(call, find(call), said);
    return Response.json(200, new CohortWire(Listing.creators(accounts, List.of())).done());
  }

  Response persons(Call call) {
    Plan members = persons.members(call.project(), find(call).id());
    Plan found = persons.among(persons.everybody(), members);
    return PersonsResource.page(call, persons, found);
  }

  private Response show(Call call, int status, Definition cohort) {
    CohortWire wire = new CohortWire(Listing.creators(accounts, List.of(cohort)));
    return Response.json(status, wire.show(cohort, count(call, cohort)));
  }

  /** How many are in it now; null for one that is deleted or made of what is no more. */
  private @Nullable Long count(Call call, Definition cohort) {
    if (cohort.draft().deleted()) {
      return null;
    }
    Counted key =
        new Counted(
            cohort.id(),
            persons.store().position(call.project().id()),
            glossary.version(),
            persons.clock().instant().getEpochSecond() / 60);
    Long known = counts.getIfPresent(key);
    if (known != null) {
      return known;
    }
    try {
      long count = persons.count(call.project(), persons.members(call.project(), cohort.id()));
      counts.put(key, count);
      return count;
    } catch (FailureException e) {
      return null;
    }
  }

  /** Cohorts go by {@code deleted}; deleting one outright is possible nowhere. */
  Response delete(Call call) {
    return Response.empty(405);
  }
}
