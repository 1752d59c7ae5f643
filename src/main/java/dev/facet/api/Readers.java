package dev.facet.api;

import dev.facet.access.Accounts;
import dev.facet.answer.Reader;
import dev.facet.api.http.Json;
import dev.facet.form.FilterForm;
import dev.facet.model.Project;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import java.nio.charset.StandardCharsets;

/** For whom questions about a project are answered. */
public record Readers(Accounts accounts) {

  /** A reader of all of a project's data. */
  public Reader of(Project project) {
    byte[] filters = accounts.testAccountFilters(project.id()).getBytes(StandardCharsets.UTF_8);
    Filter testAccounts = FilterForm.read(Json.read(filters), "test_account_filters");
    return Reader.of(
        project.id(), new Definitions(project.zone(), project.weekStart(), testAccounts));
  }
}
