package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.Networks;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.ingest.social.profile.Profile;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code /v2/credential}: the profiles that were made or that rows name. A credential's id is the
 * profile's name; it may be on several networks.
 */
record CredentialsResource(Asking asking, Profiles profiles) {

  Response list(Call call) {
    boolean all = Given.flag(call.request(), "includeInvalid");
    Map<String, SortedSet<String>> networks = networks(call);
    String network = Given.text(call.request(), "network").orElse("");
    List<ObjectNode> items =
        profiles.list(call.project().id()).stream()
            .filter(profile -> all || isValid(profile))
            .map(profile -> new Credential(profile, networks))
            .filter(credential -> network.isEmpty() || credential.networks().contains(network))
            .map(CredentialsResource::shown)
            .toList();
    // Clients read this list without turning pages.
    boolean paged =
        Given.text(call.request(), "_count").isPresent()
            || Given.text(call.request(), "_page").isPresent();
    List<ObjectNode> page = paged ? Stretch.of(call.request(), Stretch.USUAL).of(items) : items;
    return Response.json(200, OktopostWire.items(page, items.size()));
  }

  Response retrieve(Call call) {
    return OktopostWire.single(
        "Credential", shown(new Credential(find(profiles, call), networks(call))));
  }

  /** The profile of an id. */
  static Profile find(Profiles profiles, Call call) {
    return profiles
        .find(call.project().id(), call.id())
        .orElseThrow(() -> FailureException.notFound("There is no such credential."));
  }

  private static boolean isValid(Profile profile) {
    return profile.accounts().stream().noneMatch(account -> account.status() == Status.RECONNECT);
  }

  /** The networks of each profile that rows name, as the vendor calls them. */
  private Map<String, SortedSet<String>> networks(Call call) {
    String keys = "profile, platform";
    Map<String, SortedSet<String>> networks = new TreeMap<>();
    List<Table> answers =
        asking.ask(
            call.project(),
            new Selection("profile_snapshots").groups(keys, keys),
            new Selection("posts").groups(keys, keys));
    answers.stream()
        .flatMap(Cells::of)
        .filter(row -> row.value("platform") != null)
        .forEach(
            row ->
                networks
                    .computeIfAbsent(row.text("profile"), profile -> new TreeSet<>())
                    .add(Networks.name(row.value("platform"))));
    return networks;
  }

  /** A profile and where it is. */
  private record Credential(Profile profile, SortedSet<String> networks) {
    Credential(Profile profile, Map<String, SortedSet<String>> named) {
      this(profile, all(profile, named.getOrDefault(profile.username(), new TreeSet<>())));
    }

    private static SortedSet<String> all(Profile profile, Set<String> named) {
      SortedSet<String> all = new TreeSet<>(named);
      profile.accounts().forEach(account -> all.add(Networks.name(account.platform())));
      return all;
    }
  }

  private static ObjectNode shown(Credential credential) {
    Profile profile = credential.profile();
    SortedSet<String> networks = credential.networks();
    ObjectNode node =
        OktopostWire.object()
            .put("Id", profile.username())
            .put("Created", created(profile))
            .put("Name", profile.username())
            .put("DisplayName", displayed(profile))
            .put("Status", isValid(profile) ? "valid" : "invalid")
            .put("Network", networks.size() == 1 ? networks.first() : "");
    networks.forEach(node.putArray("Networks")::add);
    return node.put("ImageLink", "")
        .put("NetworkUsername", profile.username())
        .put("NativePostsEnabled", 0);
  }

  private static String created(Profile profile) {
    return profile.createdAt() == null
        ? OktopostWire.NEVER
        : OktopostWire.time(profile.createdAt());
  }

  private static String displayed(Profile profile) {
    String name = profile.displayName();
    return name == null ? profile.username() : name;
  }
}
