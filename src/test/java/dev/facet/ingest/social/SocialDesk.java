package dev.facet.ingest.social;

import static java.util.stream.Collectors.toMap;

import dev.facet.access.Accounts;
import dev.facet.catalog.Catalog;
import dev.facet.dataset.Dataset;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.social.collect.Collection;
import dev.facet.ingest.social.collect.Collector;
import dev.facet.ingest.social.collect.DailyCollection;
import dev.facet.ingest.social.collect.Run.Cause;
import dev.facet.ingest.social.collect.Runs;
import dev.facet.ingest.social.consent.Client;
import dev.facet.ingest.social.consent.Consents;
import dev.facet.ingest.social.consent.Endpoints;
import dev.facet.ingest.social.consent.Renewals;
import dev.facet.ingest.social.consent.Switchboard;
import dev.facet.ingest.social.outbound.Hosts;
import dev.facet.ingest.social.outbound.Outbound;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.ingest.social.profile.Seal;
import dev.facet.model.Values;
import dev.facet.plan.Plan;
import dev.facet.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that reads networks and keeps what they say, in one project, by a clock that is set. */
public final class SocialDesk implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private volatile Instant now = Instant.parse("2026-03-04T12:00:00Z");
  private final Store store;
  private final Catalog catalog;
  private final Ingest ingest;
  private final Outbound outbound;
  private final Switchboard switchboard;
  private final long project;
  public final InstantSource clock = () -> now;
  public final Profiles profiles;
  public final Consents consents;
  public final Renewals renewals;
  public final Collector collector;
  public final Runs runs;

  public SocialDesk(Path folder, Store store, List<? extends Connector> networks)
      throws IOException {
    Map<String, Connector> connectors =
        networks.stream().collect(toMap(Connector::platform, Function.identity()));
    Seal seal = new Seal("00ff".repeat(16), RANDOM);
    this.store = store;
    this.catalog = Catalog.open(folder);
    this.project = project();
    this.ingest = Ingest.open(folder, store);
    this.profiles = new Profiles(catalog, clock, store, seal);
    this.outbound = new Outbound(Hosts.of(List.of("127.0.0.1")), InetAddress::getAllByName);
    Map<String, Client> clients =
        connectors.keySet().stream()
            .collect(toMap(name -> name, name -> new Client("our-id", "our-secret")));
    Endpoints endpoints = new Endpoints(connectors, clients, outbound);
    this.consents = new Consents(profiles, endpoints, seal, clock, RANDOM);
    this.renewals = new Renewals(profiles, endpoints, clock);
    this.switchboard = new Switchboard(profiles, connectors, outbound, renewals);
    this.runs = new Runs(catalog, clock);
    this.collector =
        new Collector(new Collector.Means(profiles, switchboard, ingest, store), runs, clock);
  }

  private long project() {
    Accounts accounts = new Accounts(catalog, clock, RANDOM);
    if (accounts.project(1).isPresent()) {
      return 1;
    }
    return accounts
        .createProject(
            accounts.createOrganisation("Acme").id(),
            null,
            new Accounts.NewProject("Web", ZoneOffset.UTC, DayOfWeek.MONDAY, null))
        .id();
  }

  public long projectId() {
    return project;
  }

  public Catalog catalog() {
    return catalog;
  }

  public void set(String instant) {
    now = Instant.parse(instant);
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Makes a profile with an account at a network. */
  public void connect(String profile, String platform, @Nullable String base) {
    profiles.put(project, profile, null);
    profiles.connect(
        project,
        null,
        profile,
        new Account(platform, "id-" + profile, "token", "refresh", null, base, null, null));
  }

  public Collection collect(String profile) {
    return collector.collect(project, profile, Set.copyOf(Platforms.ALL), Cause.REQUEST);
  }

  /** The work of the clock, with pauses that take no time. */
  public DailyCollection daily() {
    Pace pace =
        new Pace() {
          @Override
          public Instant now() {
            return now;
          }

          @Override
          public void pause(Duration length) {}
        };
    return new DailyCollection(collector, profiles, runs, pace, RANDOM);
  }

  /** Sends rows, and waits until they are seen. */
  public void send(Dataset dataset, List<Map<String, @Nullable Object>> rows) {
    List<Map<String, @Nullable Object>> plain = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      row.forEach((column, value) -> one.put(column, Values.canonical(value)));
      plain.add(one);
    }
    ingest.accept(project, dataset.name(), plain);
    ingest.flush();
  }

  /** All rows of a dataset by their key, as column to value. */
  public List<Map<String, @Nullable Object>> rows(Dataset dataset) {
    Plan sorted =
        new Plan.Sort(
            new Plan.Scan(dataset),
            dataset.key().stream().map(key -> new Plan.Sort.By(key, false)).toList());
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : store.run(project, sorted).rows()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(dataset.columns().get(i).name(), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    collector.close();
    switchboard.close();
    outbound.close();
    ingest.close();
    catalog.close();
  }
}
