package dev.facet.api.mediarithmics;

import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.Excerpt;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.content.Content;
import dev.facet.form.Fields;
import java.util.List;
import java.util.Optional;

/** {@code /v1/dashboards}: what is said about dashboards and where they are shown. */
record RegistrationsResource(Dashboards dashboards) {
  private static final String UNLISTED = "unlisted";

  Response list(Call call) {
    call.requireOrganisation();
    Excerpt excerpt = Excerpt.of(call.request());
    DashboardSearch search =
        new DashboardSearch()
            .notCreationMode(UNLISTED)
            .limit(excerpt.most())
            .offset(excerpt.first());
    call.request().query("keywords").filter(w -> !w.isBlank()).ifPresent(search::nameHas);
    flag(call.request(), "archived").ifPresent(search::archived);
    Page<Dashboard> page = dashboards.read(call.actor(), reader -> reader.list(search));
    return MediarithmicsWire.page(
        excerpt,
        page.total(),
        page.items().stream()
            .map(item -> RegistrationWire.show(item, call.organisation()))
            .toList());
  }

  /** A parameter that is true or false, empty when it is not there. */
  static Optional<Boolean> flag(Request request, String name) {
    return request
        .query(name)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw Fields.notOneOf(name, text, List.of("true", "false"));
                });
  }

  Response create(Call call) {
    call.checkOrganisation();
    Registration said = RegistrationWire.read(call, call.body(), Registration.DEFAULT);
    return shown(
        call,
        dashboards.write(call.actor(), editor -> editor.create(said, Content.EMPTY)).dashboard());
  }

  Response retrieve(Call call) {
    call.checkOrganisation();
    return shown(call, dashboards.read(call.actor(), reader -> reader.get(call.id()).dashboard()));
  }

  Response replace(Call call) {
    call.checkOrganisation();
    return shown(
        call,
        dashboards
            .write(
                call.actor(),
                editor ->
                    editor.edit(
                        call.id(),
                        null,
                        sheet ->
                            sheet.with(
                                RegistrationWire.read(
                                    call, call.body(), sheet.dashboard().registration()))))
            .dashboard());
  }

  Response delete(Call call) {
    call.checkOrganisation();
    dashboards.write(call.actor(), editor -> editor.delete(call.id(), null, false));
    return MediarithmicsWire.done();
  }

  private static Response shown(Call call, Dashboard dashboard) {
    return MediarithmicsWire.single(RegistrationWire.show(dashboard, call.organisation()));
  }
}
