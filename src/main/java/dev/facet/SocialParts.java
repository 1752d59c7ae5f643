package dev.facet;

import dev.facet.access.Secret;
import dev.facet.api.facet.social.SocialRoutes;
import dev.facet.catalog.Catalog;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.collect.Collector;
import dev.facet.ingest.social.collect.DailyCollection;
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
import dev.facet.schedule.DailyTask;
import dev.facet.schedule.Timetable;
import dev.facet.store.Store;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds what reads social networks, from top to bottom. */
record SocialParts(
    Profiles profiles,
    Hosts hosts,
    Outbound outbound,
    Consents consents,
    Switchboard switchboard,
    Collector collector,
    Runs runs,
    Timetable timetable)
    implements AutoCloseable {
  /** When the day's collection begins, in UTC. */
  private static final LocalTime COLLECTION = LocalTime.of(3, 0);

  /** What they are built on. */
  record Ground(Config config, Wiring.Means means, Catalog catalog, Store store, Ingest ingest) {}

  static SocialParts of(Ground ground, List<Connector> connectors) {
    InstantSource clock = ground.means().clock();
    SecureRandom random = ground.means().random();
    Map<String, Connector> networks =
        connectors.stream().collect(Collectors.toMap(Connector::platform, Function.identity()));
    Seal seal = new Seal(ground.means().secret().derive(Secret.TOKENS), random);
    Profiles profiles = new Profiles(ground.catalog(), clock, ground.store(), seal);
    Hosts hosts = Hosts.of(ground.config().connectors().allow());
    Outbound outbound = new Outbound(hosts, InetAddress::getAllByName);
    Endpoints endpoints = new Endpoints(networks, clients(ground.config()), outbound);
    Consents consents = new Consents(profiles, endpoints, seal, clock, random);
    Renewals renewals = new Renewals(profiles, endpoints, clock);
    Switchboard switchboard = new Switchboard(profiles, networks, outbound, renewals);
    Runs runs = new Runs(ground.catalog(), clock);
    Collector collector =
        new Collector(
            new Collector.Means(profiles, switchboard, ground.ingest(), ground.store()),
            runs,
            clock);
    DailyCollection daily = new DailyCollection(collector, profiles, runs, Pace.of(clock), random);
    Timetable timetable =
        new Timetable(
            ground.catalog(), clock, List.of(new DailyTask("collection", COLLECTION, daily::run)));
    return new SocialParts(
        profiles, hosts, outbound, consents, switchboard, collector, runs, timetable);
  }

  private static Map<String, Client> clients(Config config) {
    Map<String, Client> clients = new TreeMap<>();
    config
        .connectors()
        .clients()
        .forEach((name, client) -> clients.put(name, new Client(client.id(), client.secret())));
    return clients;
  }

  SocialRoutes.Parts routes() {
    return new SocialRoutes.Parts(profiles, hosts, collector, runs, consents);
  }

  /** Begins to go by the clock, when the server answers. */
  void start(InstantSource clock) {
    runs.tidy(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    timetable.start();
  }

  @Override
  public void close() {
    timetable.close();
    collector.close();
    switchboard.close();
    outbound.close();
  }
}
