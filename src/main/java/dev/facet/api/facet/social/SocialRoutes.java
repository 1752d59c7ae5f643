package dev.facet.api.facet.social;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;

import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.ingest.social.collect.Collector;
import dev.facet.ingest.social.collect.Runs;
import dev.facet.ingest.social.consent.Consents;
import dev.facet.ingest.social.outbound.Hosts;
import dev.facet.ingest.social.profile.Profiles;
import java.util.ArrayList;
import java.util.List;

/** The index of profiles and what belongs to them. */
public final class SocialRoutes {
  private static final String PROFILES = "/facet/v1/projects/{project}/profiles";
  private static final String PROFILE = PROFILES + "/{username}";
  private static final String ACCOUNT = PROFILE + "/accounts/{platform}";
  private static final Requirement READ = Requirement.scope("project:read");
  private static final Requirement WRITE = Requirement.scope("project:write");

  private SocialRoutes() {}

  /** What the resources work with. */
  public record Parts(
      Profiles profiles, Hosts hosts, Collector collector, Runs runs, Consents consents) {}

  public static List<Route> of(Parts parts) {
    List<Route> routes = new ArrayList<>(profiles(new ProfilesResource(parts.profiles())));
    routes.addAll(accounts(new AccountsResource(parts.profiles(), parts.hosts())));
    CollectionResource collections =
        new CollectionResource(parts.profiles(), parts.collector(), parts.runs());
    ConsentResource consent = new ConsentResource(parts.consents());
    routes.add(
        Route.of(POST, PROFILE + "/collect", WRITE, "Read its accounts now", collections::collect));
    routes.add(Route.of(GET, PROFILE + "/runs", READ, "How collections went", collections::runs));
    routes.add(
        Route.of(
            GET,
            ACCOUNT + "/authorize",
            WRITE,
            "Where a person gives leave to read it",
            consent::authorize));
    routes.add(
        Route.of(
            GET,
            ConsentResource.CALLBACK,
            Requirement.NOTHING,
            "Where networks send people back to",
            consent::callback));
    return routes;
  }

  private static List<Route> profiles(ProfilesResource profiles) {
    return List.of(
        Route.of(GET, PROFILES, READ, "List profiles", profiles::list),
        Route.of(GET, PROFILE, READ, "A profile and its accounts", profiles::get),
        Route.of(PUT, PROFILE, WRITE, "Make or rename a profile", profiles::put),
        Route.of(DELETE, PROFILE, WRITE, "Take a profile away", profiles::delete));
  }

  private static List<Route> accounts(AccountsResource accounts) {
    return List.of(
        Route.of(GET, ACCOUNT, READ, "A profile's account at a network", accounts::get),
        Route.of(PUT, ACCOUNT, WRITE, "Connect an account", accounts::put),
        Route.of(DELETE, ACCOUNT, WRITE, "Disconnect an account", accounts::delete));
  }
}
