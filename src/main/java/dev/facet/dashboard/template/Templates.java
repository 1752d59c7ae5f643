package dev.facet.dashboard.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Catalog;
import dev.facet.dashboard.Actor;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The templates a project can use: its own, then those that come with the server. */
public final class Templates {
  private final Catalog catalog;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public Templates(Catalog catalog, InstantSource clock, Supplier<UUID> ids) {
    this.catalog = catalog;
    this.clock = clock;
    this.ids = ids;
  }

  /** All that are not deleted, the project's own first. */
  public List<Template> all(long project) {
    List<Template> all =
        new ArrayList<>(catalog.read(transaction -> new TemplateRows(transaction, project).all()));
    all.addAll(BuiltInTemplates.LISTED);
    return all;
  }

  /** The template of this number, unless it is deleted. */
  public Optional<Template> find(long project, UUID id) {
    return all(project).stream().filter(template -> template.id().equals(id)).findFirst();
  }

  /**
   * The template that a dashboard is to be made from: by its name, or a built-in one by its key.
   */
  public Optional<Template> named(long project, String name) {
    return all(project).stream()
        .filter(template -> template.name().equals(name))
        .findFirst()
        .or(() -> BuiltInTemplates.byKey(name));
  }

  /** The built-in template of a product, by its tag. */
  public Optional<Template> ofProduct(String tag) {
    return BuiltInTemplates.ofProduct(tag);
  }

  /** Keeps a template. */
  public Template create(Actor actor, String name, ObjectNode body) {
    Template template =
        new Template(ids.get(), actor.project(), name, body, false, clock.instant(), actor.user());
    return catalog.write(
        transaction -> {
          TemplateRows rows = new TemplateRows(transaction, actor.project());
          checkName(rows, template);
          rows.insert(template);
          return template;
        });
  }

  /** Changes a template of the project, be it deleted. */
  public Template change(Actor actor, UUID id, UnaryOperator<Template> change) {
    return catalog.write(
        transaction -> {
          TemplateRows rows = new TemplateRows(transaction, actor.project());
          Template after = change.apply(rows.find(id).orElseThrow(() -> unchangeable(id)));
          checkName(rows, after);
          rows.update(after);
          return after;
        });
  }

  private static FailureException unchangeable(UUID id) {
    boolean builtIn = BuiltInTemplates.LISTED.stream().anyMatch(one -> one.id().equals(id));
    return builtIn
        ? new FailureException(
            new Failure.NotAllowed(
                "built_in", false, "Templates that come with the server cannot be changed."))
        : FailureException.notFound("There is no template " + id + ".");
  }

  private static void checkName(TemplateRows rows, Template template) {
    boolean taken =
        !template.deleted()
            && rows.all().stream()
                .anyMatch(
                    other ->
                        other.name().equals(template.name()) && !other.id().equals(template.id()));
    if (taken) {
      throw FailureException.invalid(
          "unique",
          "template_name",
          "There is a template of the name \"" + template.name() + "\" already.");
    }
  }
}
