package dev.facet.dashboard.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Registration.Visibility;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes dashboards of forms, and changes them by forms. */
public final class FormEdit {
  private FormEdit() {}

  /** Makes a dashboard; what the form does not say has its default. */
  public static Sheet create(Editor editor, DashboardForm form) {
    List<SectionForm> sections = form.sections() == null ? List.of() : form.sections();
    Content content = new SectionEdit(editor, Content.EMPTY).apply(sections);
    return editor.create(
        patched(Registration.DEFAULT, form),
        content
            .withFilters(Document.of(form.filters()))
            .withVariables(Document.of(form.variables()))
            .withAvailableFilters(documents(form.availableFilters())));
  }

  /**
   * Puts the form in the place of a dashboard: what it does not say gets its default, but for
   * pinned, archived, variables and available filters, which stay. {@code expected} as in {@link
   * Editor#edit}.
   */
  public static Sheet replace(Editor editor, long id, @Nullable Long expected, DashboardForm form) {
    return editor.edit(
        id,
        expected,
        sheet -> {
          Registration bare = cleared(sheet.dashboard().registration());
          Content content = sheet.content().withFilters(unknownFilters(sheet.content().filters()));
          List<SectionForm> sections = form.sections() == null ? List.of() : form.sections();
          return patch(editor, sheet.with(bare).with(content), withSections(form, sections));
        });
  }

  /** Changes what the form says and leaves the rest. */
  public static Sheet patch(Editor editor, long id, @Nullable Long expected, DashboardForm form) {
    return editor.edit(id, expected, sheet -> patch(editor, sheet, form));
  }

  /**
   * Changes what the form says of the content and leaves the rest. Counts as a change of the
   * content also when it is the same as before.
   */
  public static Sheet rewrite(Editor editor, long id, DashboardForm form) {
    return editor.editContent(id, content -> patched(editor, content, form));
  }

  private static Sheet patch(Editor editor, Sheet sheet, DashboardForm form) {
    return sheet
        .with(patched(sheet.dashboard().registration(), form))
        .with(patched(editor, sheet.content(), form));
  }

  private static Content patched(Editor editor, Content before, DashboardForm form) {
    Content content = before;
    if (form.sections() != null) {
      content = new SectionEdit(editor, content).apply(form.sections());
    }
    if (form.filters() != null) {
      ObjectNode filters = unknownFilters(content.filters()).json();
      filters.setAll(form.filters());
      content = content.withFilters(new Document(filters));
    }
    if (form.variables() != null) {
      content = content.withVariables(new Document(form.variables()));
    }
    if (form.availableFilters() != null) {
      content = content.withAvailableFilters(documents(form.availableFilters()));
    }
    return form.extras() == null ? content : content.withExtras(new Document(form.extras()));
  }

  private static Registration patched(Registration said, DashboardForm form) {
    return said.edit()
        .name(or(form.name(), said.name()))
        .description(required(form.description(), said.description()))
        .type(required(form.type(), said.type()))
        .visibility(
            form.visibility() == null
                ? said.visibility()
                : Visibility.valueOf(form.visibility().toUpperCase(Locale.ROOT)))
        .tags(required(form.tags(), said.tags()))
        .pinned(required(form.pinned(), said.pinned()))
        .archived(required(form.archived(), said.archived()))
        .refreshInterval(or(form.refreshInterval(), said.refreshInterval()))
        .done();
  }

  private static Registration cleared(Registration said) {
    Registration defaults = Registration.DEFAULT;
    return said.edit()
        .name(null)
        .description(defaults.description())
        .type(defaults.type())
        .visibility(defaults.visibility())
        .tags(defaults.tags())
        .refreshInterval(defaults.refreshInterval())
        .done();
  }

  /** The filters without those that our own form knows: what a dialect keeps there stays. */
  private static Document unknownFilters(Document filters) {
    ObjectNode rest = filters.json();
    rest.remove(List.of("date_from", "date_to", "properties"));
    return new Document(rest);
  }

  private static DashboardForm withSections(DashboardForm form, List<SectionForm> sections) {
    return new DashboardForm(
        form.name(),
        form.description(),
        form.type(),
        form.visibility(),
        form.tags(),
        form.pinned(),
        form.archived(),
        form.refreshInterval(),
        form.filters(),
        form.variables(),
        form.availableFilters(),
        sections,
        form.extras());
  }

  private static List<Document> documents(@Nullable List<ObjectNode> filters) {
    return filters == null ? List.of() : filters.stream().map(Document::new).toList();
  }

  private static <T> @Nullable T or(@Nullable T given, @Nullable T otherwise) {
    return given == null ? otherwise : given;
  }

  private static <T> T required(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
