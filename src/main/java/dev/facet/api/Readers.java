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
import java.util.List;

/**
 * For whom questions about a project are answered. Gives the same reader until something changed
 * that questions could ask about; safe for use by many threads.
 */
public final class Readers {
  private static final int PROJECTS_KEPT = 1_000;

  private final Accounts accounts;
  private final Glossary glossary;
  private final Cache<Long, Known> known = Caffeine.newBuilder().maximumSize(PROJECTS_KEPT).build();

  private record Known(long version, Project project, Reader reader) {}

  public Readers(Accounts accounts, Glossary glossary) {
    this.accounts = accounts;
    this.glossary = glossary;
  }

  /** A reader of all of a project's data. */
  public Reader of(Project project) {
    long version = glossary.version();
    Known found = known.getIfPresent(project.id());
    if (found != null && found.version() == version && found.project().equals(project)) {
      return found.reader();
    }
    Reader reader = Reader.of(project.id(), definitions(project));
    if (found != null && found.reader().equals(reader)) {
      reader = found.reader();
    }
    known.put(project.id(), new Known(version, project, reader));
    return reader;
  }

  private Definitions definitions(Project project) {
    byte[] filters = accounts.testAccountFilters(project.id()).getBytes(StandardCharsets.UTF_8);
    Filter testAccounts = FilterForm.read(Json.read(filters), "test_account_filters");
    Defined defined = glossary.defined(project.id());
    return new Definitions(
        project.zone(),
        project.weekStart(),
        testAccounts,
        defined.cohorts(),
        defined.actions(),
        defined.types(),
        List.of(),
        defined.variables());
  }
}
