package dev.facet.api.mediarithmics;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;

import dev.facet.access.Keys;
import dev.facet.access.Sessions;
import dev.facet.answer.Answers;
import dev.facet.api.Readers;
import dev.facet.api.caller.Attempts;
import dev.facet.api.http.Cors;
import dev.facet.api.http.Method;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.dashboard.Dashboards;
import dev.facet.definition.Glossary;
import dev.facet.definition.file.DataFiles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The vendor's index: method and path of everything that is served, and what serves it. */
public final class MediarithmicsRoutes {
  private static final String V1 = "/v1";
  private static final String DATAMART = "/datamarts/{datamart}";

  /** Either of these is enough to ask questions. */
  private static final String ASKING = "query:read|dashboard:read";

  private static final Cors CORS =
      new Cors(
          "POST, GET, PUT, DELETE",
          "Accept, Content-Type, Origin, Authorization, X-Requested-With, X-Requested-By,"
              + " X-MICS-OTQL-SOURCE",
          Duration.ofMinutes(10));

  private final List<Route> routes = new ArrayList<>();

  private MediarithmicsRoutes() {}

  /** What the resources work with. */
  public record Parts(
      Keys keys,
      Sessions sessions,
      Attempts attempts,
      Dashboards dashboards,
      Glossary glossary,
      DataFiles files,
      Answers answers,
      Readers readers,
      InstantSource clock) {}

  public static RouteGroup group(Parts parts) {
    MediarithmicsRoutes index = new MediarithmicsRoutes();
    index.tokens(new TokensResource(parts.sessions(), parts.attempts()));
    index.dashboards(
        new RegistrationsResource(parts.dashboards()), new ContentsResource(parts.dashboards()));
    index.charts(new ChartsResource(parts.dashboards()));
    Asking asking = new Asking(parts.answers(), parts.readers());
    QueriesResource queries = new QueriesResource(parts.glossary());
    index.queries(queries);
    index.otql(new OtqlResource(asking, queries, parts.clock()));
    index.cubes(new CubesResource(asking));
    index.names(new NamesResource(parts.glossary(), asking));
    index.files(new DataFilesResource(parts.files()));
    return new RouteGroup(
        "mediarithmics",
        List.of(V1 + "/"),
        true,
        new MediarithmicsGuard(parts.keys(), parts.sessions(), parts.attempts()),
        new MediarithmicsErrors(),
        index.routes,
        CORS);
  }

  private void tokens(TokensResource tokens) {
    String all = V1 + "/authentication";
    open(all + "/access_tokens", "A token for an hour", tokens::access);
    open(all + "/refresh_tokens", "A token that gives such tokens", tokens::refresh);
  }

  private void dashboards(RegistrationsResource dashboards, ContentsResource contents) {
    String all = "/dashboards";
    String one = all + "/{id}";
    String read = "dashboard:read";
    String write = "dashboard:write";
    add(GET, all, read, "List registrations", dashboards::list);
    add(POST, all, write, "Register a dashboard", dashboards::create);
    add(GET, one, read, "Show a registration", dashboards::retrieve);
    add(PUT, one, write, "Replace a registration", dashboards::replace);
    add(DELETE, one, write, "Delete a dashboard", dashboards::delete);
    add(GET, one + "/content", read, "What is on it", contents::retrieve);
    add(PUT, one + "/content", write, "Replace what is on it", contents::replace);
  }

  private void charts(ChartsResource charts) {
    String all = "/charts";
    String one = all + "/{id}";
    add(GET, all, "insight:read", "List saved charts", charts::list);
    add(POST, all, "insight:write", "Save a chart", charts::create);
    add(GET, one, "insight:read", "Show a saved chart", charts::retrieve);
    add(PUT, one, "insight:write", "Replace a saved chart", charts::replace);
    add(DELETE, one, "insight:write", "Delete a saved chart", charts::delete);
  }

  private void queries(QueriesResource queries) {
    String all = DATAMART + "/queries";
    String one = all + "/{id}";
    add(POST, all, "insight:write", "Keep a query", queries::create);
    add(GET, one, "insight:read|dashboard:read", "Show a query", queries::retrieve);
    add(PUT, one, "insight:write", "Replace a query", queries::replace);
    add(GET, one + "/object_tree_expression", ASKING, "What a query asks for", queries::condition);
  }

  private void otql(OtqlResource otql) {
    String executions = DATAMART + "/query_executions";
    add(POST, executions + "/otql", ASKING, "Ask OTQL", otql::text);
    add(POST, executions + "/jsonotql", ASKING, "Ask OTQL as a document", otql::document);
    add(POST, DATAMART + "/query_check/otql", ASKING, "Check OTQL", otql::check);
    add(POST, DATAMART + "/query_autocomplete/otql", ASKING, "Complete OTQL", otql::complete);
    add(POST, DATAMART + "/query_translations", ASKING, "Translate to OTQL", otql::translate);
  }

  private void cubes(CubesResource cubes) {
    String platform = "/platform_monitoring";
    String activities = DATAMART + "/user_activities_analytics";
    add(POST, activities, ASKING, "Report about activities", cubes::activities);
    add(POST, platform + "/collections", ASKING, "How much there is", cubes::collections);
    add(POST, platform + "/resources_usage", ASKING, "What it costs", cubes::usage);
    add(POST, platform + "/data_ingestion", ASKING, "What came in", cubes::ingestion);
  }

  private void names(NamesResource names) {
    String read = "dashboard:read";
    String compartments = DATAMART + "/user_account_compartments";
    add(GET, DATAMART + "/channels", read, "List channels", names::channels);
    add(GET, "/audience_segments", read, "List segments", names::segments);
    add(GET, compartments, read, "List compartments", names::compartments);
    add(GET, DATAMART + "/standard_segment_builders", read, "List builders", names::builders);
    add(GET, DATAMART + "/audience_builders", read, "List builders", names::builders);
  }

  private void files(DataFilesResource files) {
    add(GET, "/data_file/data", "dashboard:read", "Read a file of data", files::retrieve);
    add(PUT, "/data_file/data", "dashboard:write", "Keep a file of data", files::replace);
  }

  private void open(
      String path, String summary, Function<dev.facet.api.http.Request, Response> handler) {
    routes.add(Route.of(POST, path, Requirement.NOTHING, summary, handler::apply));
  }

  private void add(
      Method method, String path, String scope, String summary, Function<Call, Response> handler) {
    routes.add(
        Route.of(
            method,
            V1 + path,
            Requirement.scope(scope),
            summary,
            request -> handler.apply(Call.of(request))));
  }
}
