package dev.facet.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.access.Accounts;
import dev.facet.answer.Reader;
import dev.facet.api.http.Json;
import dev.facet.definition.Defined;
import dev.facet.definition.Glossary;
import dev.facet.form.FilterForm;
import dev.facet.model.Project;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import java.nio.charset.StandardCharsets;

/**
 * For whom questions about a project are answered. Gives the same reader until something changed
 * that questions could ask about; safe for use by many threads.
 */
public final class Readers {
  private static final int PROJECTS_KEPT = 1_000;

  private final Accounts accounts;
  private final Glossary glossary;
  private final Cache<Long, Known> known = Caffeine.newBuilder().maximumSize(PROJECTS_KEPT).build();

  private final Learned learned;

  private record Known(long version, Learned.Words words, Project project, Reader reader) {
    boolean holds(long now, Learned.Words current, Project asked) {
      return version == now && words == current && project.equals(asked);
    }
  }

  public Readers(Accounts accounts, Glossary glossary, Learned learned) {
    this.accounts = accounts;
    this.glossary = glossary;
    this.learned = learned;
  }

  /** A reader of all of a project's data. */
  public Reader of(Project project) {
    long version = glossary.version();
    Learned.Words words = learned.of(project.id());
    Known found = known.getIfPresent(project.id());
    if (found != null && found.holds(version, words, project)) {
      return found.reader();
    }
    Reader reader = Reader.of(project.id(), definitions(project, words));
    if (found != null && found.reader().equals(reader)) {
      reader = found.reader();
    }
    known.put(project.id(), new Known(version, words, project, reader));
    return reader;
  }

  private Definitions definitions(Project project, Learned.Words words) {
    byte[] filters = accounts.testAccountFilters(project.id()).getBytes(StandardCharsets.UTF_8);
    Filter testAccounts = FilterForm.read(Json.read(filters), "test_account_filters");
    Defined defined = glossary.defined(project.id());
    return new Definitions(
        project.zone(),
        project.weekStart(),
        testAccounts,
        defined.cohorts(),
        defined.actions(),
        words.types().overruledBy(defined.types()),
        words.groupTypes(),
        defined.variables(),
        new Definitions.Tenant(project.id(), project.organisation()),
        defined.currency());
  }
}
