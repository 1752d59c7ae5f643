package dev.facet.api.posthog.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Sheet;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.report.Exports;
import dev.facet.report.Exports.Export;
import dev.facet.report.Format;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code …/exports/}: files of dashboards and insights, kept for a while for who made them. */
final class ExportsResource {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final int MAX_CONTEXT = 10_000;
  private static final String FORMAT = "export_format";
  private static final String DASHBOARD = "dashboard";
  private static final String INSIGHT = "insight";

  private final Dashboards dashboards;
  private final Files files;
  private final Exports<About> exports;

  /**
   * What is said of a file.
   *
   * @param exception why there is none, null when it is there
   */
  record About(
      @Nullable Long dashboard,
      @Nullable Long insight,
      Format format,
      String filename,
      ObjectNode context,
      @Nullable String exception) {

    About failed(String reason) {
      return new About(dashboard, insight, format, filename, context, reason);
    }
  }

  ExportsResource(Dashboards dashboards, Files files, Exports<About> exports) {
    this.dashboards = dashboards;
    this.files = files;
    this.exports = exports;
  }

  Response create(Call call) {
    Input input = call.input();
    Format format = format(input);
    ObjectNode context = input.object("export_context", "Not a valid object.");
    if (context == null) {
      context = PostHogWire.object();
    } else if (context.toString().length() > MAX_CONTEXT) {
      throw Input.refused(
          "export_context", "max_length", "At most " + MAX_CONTEXT + " characters of it are kept.");
    }
    Long dashboard = input.number(DASHBOARD);
    Long insight = input.number(INSIGHT);
    if (dashboard != null && insight == null) {
      return dashboard(call, dashboard, format, context);
    }
    if (insight != null && dashboard == null) {
      return insight(call, insight, format, context);
    }
    throw Input.refused(
        dashboard == null ? DASHBOARD : INSIGHT,
        "invalid_input",
        "Either dashboard or insight is required for an export, and only one of them.");
  }

  private static Format format(Input input) {
    if (!input.has(FORMAT)) {
      throw Input.refused(FORMAT, "required", "This field is required.");
    }
    String word = input.at(FORMAT).asText();
    return Format.of(word)
        .orElseThrow(
            () ->
                Input.refused(
                    FORMAT,
                    "invalid_choice",
                    "\""
                        + word
                        + "\" is not a valid choice: give "
                        + String.join(
                            ", ", Arrays.stream(Format.values()).map(Format::contentType).toList())
                        + "."));
  }

  private Response dashboard(Call call, long id, Format format, ObjectNode context) {
    Sheet sheet =
        dashboards
            .read(call.actor(), reader -> reader.find(id))
            .orElseThrow(() -> missing(DASHBOARD, id));
    if (format == Format.CSV) {
      throw Input.refused(
          FORMAT,
          "invalid_choice",
          "A dashboard is exported as image/png, application/pdf or "
              + Format.XLSX.contentType()
              + "; text/csv is for an insight.");
    }
    String title = sheet.dashboard().registration().name();
    String name = format.name(title == null ? "" : title);
    About about = new About(id, null, format, name, context, null);
    return made(call, about, () -> files.dashboard(call.onlooker(), id, format));
  }

  private Response insight(Call call, long id, Format format, ObjectNode context) {
    Insight insight =
        dashboards
            .read(call.actor(), reader -> reader.findInsight(id))
            .orElseThrow(() -> missing(INSIGHT, id));
    About about = new About(null, id, format, Files.name(insight, format), context, null);
    return made(call, about, () -> files.insight(call.onlooker(), insight, format));
  }

  private static FailureException missing(String field, long id) {
    return Input.refused(
        field, "does_not_exist", "Invalid pk \"" + id + "\" - object does not exist.");
  }

  /** A question that cannot be answered makes an export without content that says why. */
  private Response made(Call call, About about, Supplier<byte[]> content) {
    Export<About> export;
    try {
      export = exports.keep(call.actor(), about, content.get());
    } catch (FailureException e) {
      if (!(e.failure() instanceof Failure.Invalid)) {
        throw e;
      }
      export = exports.keep(call.actor(), about.failed(e.failure().message()), new byte[0]);
    }
    return Response.json(201, object(export));
  }

  Response list(Call call) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    List<Export<About>> all = exports.list(call.actor());
    List<ObjectNode> shown =
        all.stream()
            .skip(paging.offset())
            .limit(paging.limit())
            .map(ExportsResource::object)
            .toList();
    return Response.json(
        200,
        PostHogWire.page(
            all.size(),
            paging.next(call.request(), all.size()).orElse(null),
            paging.previous(call.request()).orElse(null),
            shown));
  }

  Response retrieve(Call call) {
    return Response.json(200, object(find(call)));
  }

  Response content(Call call) {
    Export<About> export = find(call);
    if (export.about().exception() != null) {
      throw FailureException.notFound("There is no content: " + export.about().exception());
    }
    return Files.saved(export.about().filename(), export.about().format(), export.content());
  }

  private Export<About> find(Call call) {
    return exports
        .find(call.actor(), call.id())
        .orElseThrow(() -> FailureException.notFound("There is no export " + call.id() + "."));
  }

  private static ObjectNode object(Export<About> export) {
    About about = export.about();
    ObjectNode node = PostHogWire.object();
    node.put("id", export.id());
    node.put(DASHBOARD, about.dashboard());
    node.put(INSIGHT, about.insight());
    node.put(FORMAT, about.format().contentType());
    node.put("created_at", PostHogWire.time(export.createdAt()));
    node.put("has_content", about.exception() == null);
    node.set("export_context", about.context().deepCopy());
    node.put("filename", about.filename());
    node.put("expires_after", PostHogWire.time(export.expiresAt()));
    node.put("exception", about.exception());
    return node;
  }
}
