package dev.facet;

import dev.facet.access.Accounts;
import dev.facet.access.Bootstrap;
import dev.facet.access.Keys;
import dev.facet.access.Members;
import dev.facet.access.Secret;
import dev.facet.access.Sessions;
import dev.facet.access.share.Links;
import dev.facet.access.share.Shares;
import dev.facet.answer.Answers;
import dev.facet.answer.Jobs;
import dev.facet.answer.SteadyStore;
import dev.facet.api.Learned;
import dev.facet.api.Readers;
import dev.facet.api.Shelves;
import dev.facet.api.caller.Attempts;
import dev.facet.api.facet.FacetRoutes;
import dev.facet.api.http.CallLimit;
import dev.facet.api.http.HttpServer;
import dev.facet.api.http.Json;
import dev.facet.api.http.OpenApi;
import dev.facet.api.http.Proxies;
import dev.facet.api.http.RouteGroup;
import dev.facet.api.mediarithmics.MediarithmicsRoutes;
import dev.facet.api.oktopost.OktopostRoutes;
import dev.facet.api.posthog.PostHogRoutes;
import dev.facet.api.posthog.capture.CaptureRoutes;
import dev.facet.api.posthog.share.SharedPages;
import dev.facet.api.racknap.RackNapRoutes;
import dev.facet.api.uploadpost.UploadPostRoutes;
import dev.facet.catalog.Catalog;
import dev.facet.cli.Starter;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.annotation.Annotations;
import dev.facet.dashboard.collaborator.Collaborators;
import dev.facet.dashboard.template.Templates;
import dev.facet.definition.Glossary;
import dev.facet.definition.file.DataFiles;
import dev.facet.ingest.EventIds;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.network.Networks;
import dev.facet.model.FailureException;
import dev.facet.report.Press;
import dev.facet.report.Reports;
import dev.facet.report.Screens;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Builds a server, from top to bottom. */
final class Wiring {
  /** How long data waits for a screen and a screen for data. */
  private static final Duration STILL = Duration.ofMillis(250);

  /** How many computations in the background are remembered. */
  private static final int JOBS = 2_000;

  /** How long a file may be waited for, and be drawn. */
  private static final Duration DRAWING = Duration.ofSeconds(30);

  private Wiring() {}

  /** Starts everything; what was started before something failed is stopped again. */
  static Starter.Running start(Config config, InstantSource clock) throws IOException {
    Parts parts = new Parts();
    boolean started = false;
    try {
      Starter.Running running = start(config, clock, parts);
      started = true;
      return running;
    } finally {
      if (!started) {
        parts.close();
      }
    }
  }

  private static Starter.Running start(Config config, InstantSource clock, Parts parts)
      throws IOException {
    SecureRandom random = new SecureRandom();
    Catalog catalog = parts.add(catalog(config));
    Secret secret = Secret.in(config.data(), random);
    Defined defined = defined(config, clock, random, catalog, secret);
    Held held = held(config, defined, new Means(clock, random, secret), parts);
    Attempts attempts = new Attempts(clock, Thread::sleep);
    EventIds ids = new EventIds(clock, random);
    List<RouteGroup> groups = new ArrayList<>();
    groups.add(
        FacetRoutes.api(
            facet(config, clock, defined, held, attempts, secret),
            () -> Json.bytes(OpenApi.describe(groups))));
    groups.addAll(postHog(postHog(config, clock, defined, held, attempts, ids)));
    groups.add(
        new CaptureRoutes(defined.accounts()::projectByToken, held.ingest()::accept, clock, ids)
            .group());
    groups.add(MediarithmicsRoutes.group(mediarithmics(clock, defined, held, attempts)));
    groups.add(OktopostRoutes.group(oktopost(defined, held, attempts)));
    groups.add(RackNapRoutes.group(rackNap(clock, defined, held, attempts)));
    groups.add(UploadPostRoutes.group(uploadPost(clock, defined, held, attempts)));
    groups.add(FacetRoutes.page());
    HttpServer server = parts.add(listen(config, clock, groups));
    held.social().start(clock);
    return new Server(url(config, server.port()), parts);
  }

  /** What people define, and who they are. */
  private record Defined(
      Catalog catalog,
      Accounts accounts,
      Members members,
      Keys keys,
      Sessions sessions,
      Dashboards dashboards,
      Templates templates,
      Shares shares,
      Links links,
      Collaborators collaborators,
      Annotations annotations,
      Glossary glossary,
      DataFiles files) {}

  private static Defined defined(
      Config config, InstantSource clock, SecureRandom random, Catalog catalog, Secret secret) {
    new Bootstrap(catalog, clock, random).apply(BootstrapSection.read(config.bootstrap()));
    return new Defined(
        catalog,
        new Accounts(catalog, clock, random),
        new Members(catalog, clock, random),
        new Keys(catalog, clock, random),
        new Sessions(catalog, clock, random),
        new Dashboards(catalog, clock, random),
        new Templates(catalog, clock, new EventIds(clock, random)),
        new Shares(catalog, clock, random, secret.derive(Secret.SHARES)),
        new Links(catalog, clock, random),
        new Collaborators(catalog, clock),
        new Annotations(catalog, clock),
        new Glossary(catalog, clock),
        new DataFiles(catalog, clock));
  }

  /** What everything takes from outside. */
  record Means(InstantSource clock, SecureRandom random, Secret secret) {}

  /** Data, and what answers questions about it. */
  private record Held(
      List<String> notices,
      SteadyStore store,
      Ingest ingest,
      Readers readers,
      Answers answers,
      Reports reports,
      SocialParts social) {}

  private static Held held(Config config, Defined defined, Means means, Parts parts)
      throws IOException {
    InstantSource clock = means.clock();
    OpenedStore opened = OpenedStore.open(config, clock);
    SteadyStore store = parts.add(new SteadyStore(opened.store(), STILL));
    Ingest ingest = parts.add(Ingest.open(config.data(), store));
    Answers answers =
        parts.add(
            new Answers(
                store,
                clock,
                limits(config.limits()),
                gone -> HttpServer.watch(gone)::close,
                new Shelves(defined.files(), defined.glossary())));
    Learned learned = new Learned(store, ingest::taught);
    Readers readers = new Readers(defined.accounts(), defined.glossary(), learned);
    SocialParts social =
        parts.add(
            SocialParts.of(
                new SocialParts.Ground(config, means, defined.catalog(), store, ingest),
                Networks.all(Pace.of(clock))));
    Reports reports =
        new Reports(new Screens(defined.dashboards(), answers), new Press(DRAWING), clock);
    return new Held(opened.notices(), store, ingest, readers, answers, reports, social);
  }

  private static FacetRoutes.Parts facet(
      Config config,
      InstantSource clock,
      Defined defined,
      Held held,
      Attempts attempts,
      Secret secret) {
    return new FacetRoutes.Parts(
        defined.catalog(),
        defined.accounts(),
        defined.members(),
        defined.keys(),
        defined.sessions(),
        defined.dashboards(),
        defined.templates(),
        defined.glossary(),
        defined.shares(),
        defined.links(),
        held.store(),
        held.ingest(),
        held.answers(),
        held.readers(),
        held.reports(),
        held.social().routes(),
        attempts,
        clock,
        held.notices(),
        secret.derive(Secret.CONTROL),
        config.limits().cache() / 8);
  }

  private static PostHogRoutes.Parts postHog(
      Config config,
      InstantSource clock,
      Defined defined,
      Held held,
      Attempts attempts,
      EventIds ids) {
    return new PostHogRoutes.Parts(
        defined.accounts(),
        defined.keys(),
        defined.sessions(),
        attempts,
        defined.dashboards(),
        defined.templates(),
        defined.shares(),
        defined.collaborators(),
        defined.annotations(),
        held.answers(),
        held.readers(),
        defined.glossary(),
        held.store(),
        held.ingest(),
        new Jobs<>(held.answers(), clock, ids, JOBS, config.limits().cache() / 4),
        held.reports(),
        clock,
        ids,
        config.limits().cache() / 8);
  }

  private static MediarithmicsRoutes.Parts mediarithmics(
      InstantSource clock, Defined defined, Held held, Attempts attempts) {
    return new MediarithmicsRoutes.Parts(
        defined.keys(),
        defined.sessions(),
        attempts,
        defined.dashboards(),
        defined.glossary(),
        defined.files(),
        held.answers(),
        held.readers(),
        clock);
  }

  private static OktopostRoutes.Parts oktopost(Defined defined, Held held, Attempts attempts) {
    return new OktopostRoutes.Parts(
        defined.accounts(),
        defined.keys(),
        attempts,
        defined.dashboards(),
        held.social().profiles(),
        held.answers(),
        held.readers());
  }

  private static RackNapRoutes.Parts rackNap(
      InstantSource clock, Defined defined, Held held, Attempts attempts) {
    return new RackNapRoutes.Parts(
        defined.accounts(),
        defined.keys(),
        defined.sessions(),
        attempts,
        defined.dashboards(),
        held.answers(),
        held.readers(),
        clock);
  }

  private static UploadPostRoutes.Parts uploadPost(
      InstantSource clock, Defined defined, Held held, Attempts attempts) {
    return new UploadPostRoutes.Parts(
        defined.keys(),
        attempts,
        held.social().profiles(),
        held.social().switchboard(),
        held.ingest(),
        held.answers(),
        held.readers(),
        clock);
  }

  private static List<RouteGroup> postHog(PostHogRoutes.Parts parts) {
    FacetRoutes.SharedPage page = FacetRoutes.SharedPage.of();
    return List.of(
        PostHogRoutes.group(parts),
        PostHogRoutes.pages(
            parts, new SharedPages.Frames(page.plain(), page.embedded()), page.errors()));
  }

  private static HttpServer listen(Config config, InstantSource clock, List<RouteGroup> groups) {
    CallLimit limit = new CallLimit(config.limits().callsPerMinute(), clock);
    return HttpServer.start(settings(config), limit, groups);
  }

  private static Catalog catalog(Config config) {
    if (!config.catalogUrl().isEmpty()) {
      throw FailureException.invalid(
          "configuration",
          "catalog.url",
          "catalog.url must be empty: definitions are kept in the data directory, other databases"
              + " are not served yet.");
    }
    return Catalog.open(config.data());
  }

  private static Answers.Limits limits(Config.Limits limits) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Answers.Limits(
        limits.parallelQueries() == 0 ? cores : limits.parallelQueries(),
        limits.queuedQueries(),
        limits.queryTime(),
        limits.cache() / 2);
  }

  private static HttpServer.Settings settings(Config config) {
    Config.Server server = config.server();
    return new HttpServer.Settings(
        server.host(),
        server.port(),
        server.publicUrl(),
        Proxies.of(server.trustedProxies()),
        config.limits().connections());
  }

  private static String url(Config config, int port) {
    String host = config.server().host();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private record Server(String url, Parts parts) implements Starter.Running {
    @Override
    public void close() {
      parts.close();
    }
  }

  /** What is to be closed, the newest first. */
  private static final class Parts {
    private final List<AutoCloseable> parts = new ArrayList<>();

    <T extends AutoCloseable> T add(T part) {
      parts.addFirst(part);
      return part;
    }

    void close() {
      for (AutoCloseable part : parts) {
        try {
          part.close();
        } catch (Exception e) {
          System.getLogger(Wiring.class.getName())
              .log(
                  System.Logger.Level.WARNING,
                  part.getClass().getSimpleName() + " did not close",
                  e);
        }
      }
      parts.clear();
    }
  }
}
