package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Reading;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages of organisations at LinkedIn.
 *
 * @see <a
 *     href="https://learn.microsoft.com/linkedin/marketing/community-management/organizations/share-statistics">
 *     statistics of shares</a>
 */
final class LinkedIn implements Network {
  private static final String HOST = "https://api.linkedin.com";
  private static final String SHARES = "/rest/organizationalEntityShareStatistics";
  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);
  private static final int PAGE = 100;

  /** A version is served for a year from its month on. */
  private static final int VERSION_AGE = 2;

  @Override
  public String platform() {
    return "linkedin";
  }

  @Override
  public String name() {
    return "LinkedIn";
  }

  @Override
  public String noun() {
    return "post";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Told network =
        talk.ask(
            call(talk, "/rest/networkSizes/" + Call.encoded(organisation(talk)))
                .with("edgeType", "COMPANY_FOLLOWED_BY_MEMBER"));
    Numbers level = new Numbers().put("followers", network.number("firstDegreeSize"));
    talk.tryToAsk(statistics(talk)).ifPresent(told -> level.putAll(lifetime(told)));
    level.put("profileViews", visits(talk));
    List<Reading.Post> posts =
        talk.ifGiven(() -> Pages.all(Pages.MOST, cursor -> posts(talk, PAGE, cursor)))
            .orElse(List.of());
    return new Reading(level.map(), days(talk, today).map(), List.of("profileViews"), posts);
  }

  private static Map<String, Double> lifetime(Told answer) {
    return answer.list("elements").stream()
        .findFirst()
        .map(element -> unified(element.at("totalShareStatistics")))
        .orElse(Map.of());
  }

  /** The vendor spells the number of those reached in two ways. */
  private static Map<String, Double> unified(Told statistics) {
    Double reach = statistics.number("uniqueImpressionsCount");
    return new Numbers()
        .put("reach", reach == null ? statistics.number("uniqueImpressionsCounts") : reach)
        .put("impressions", statistics.number("impressionCount"))
        .put("likes", statistics.number("likeCount"))
        .put("comments", statistics.number("commentCount"))
        .put("shares", statistics.number("shareCount"))
        .map();
  }

  private static @Nullable Double visits(Conversation talk) {
    Call call =
        call(talk, "/rest/organizationPageStatistics")
            .with("q", "organization")
            .withEncoded("organization", Call.encoded(organisation(talk)));
    return talk.tryToAsk(call)
        .flatMap(told -> told.list("elements").stream().findFirst())
        .map(
            element ->
                element.at("totalPageStatistics", "views", "allPageViews").number("pageViews"))
        .orElse(null);
  }

  private static Days days(Conversation talk, LocalDate today) {
    String interval =
        "(timeRange:(start:%d,end:%d),timeGranularityType:DAY)"
            .formatted(Times.milliseconds(today.minusDays(Days.LENGTH)), Times.milliseconds(today));
    Days days = new Days(today);
    talk.tryToAsk(statistics(talk).with("timeIntervals", interval))
        .ifPresent(
            told ->
                told.list("elements")
                    .forEach(
                        element ->
                            days.putAll(
                                LocalDate.ofInstant(
                                    element.at("timeRange").moment("start"), ZoneOffset.UTC),
                                unified(element.at("totalShareStatistics")))));
    return days;
  }

  /** Posts come without their numbers. */
  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    long start = cursor.filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong).orElse(0L);
    Call call =
        call(talk, "/rest/posts")
            .with("q", "author")
            .withEncoded("author", Call.encoded(organisation(talk)))
            .with("count", Math.min(limit, PAGE))
            .with("start", start);
    Told answer = talk.ask(call);
    List<Told> elements = answer.list("elements");
    Double total = answer.at("paging").number("total");
    long end = start + elements.size();
    boolean more = !elements.isEmpty() && (total == null ? elements.size() >= limit : end < total);
    return new Posts(
        elements.stream().map(LinkedIn::published).toList(),
        more ? Optional.of(String.valueOf(end)) : Optional.empty());
  }

  private static Reading.Post published(Told post) {
    Published published = Published.of(post, "id");
    String created = post.text("publishedAt") == null ? "createdAt" : "publishedAt";
    return published
        .url("https://www.linkedin.com/feed/update/" + published.id())
        .caption(post.text("commentary"))
        .at(post.time(created))
        .post();
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    String urn = id.startsWith("urn:") ? id : "urn:li:share:" + id;
    String kind = urn.startsWith("urn:li:ugcPost:") ? "ugcPosts" : "shares";
    Call call = statistics(talk).withEncoded(kind, "List(" + Call.encoded(urn) + ")");
    return talk.ask(call).list("elements").stream()
        .findFirst()
        .map(element -> element.at("totalShareStatistics"))
        .map(
            statistics ->
                new Numbers()
                    .putAll(unified(statistics))
                    .put("clicks", statistics.number("clickCount"))
                    .map());
  }

  private static Call statistics(Conversation talk) {
    return call(talk, SHARES)
        .with("q", "organizationalEntity")
        .withEncoded("organizationalEntity", Call.encoded(organisation(talk)));
  }

  private static String organisation(Conversation talk) {
    String urn = talk.account().pageUrn();
    String id = urn == null || urn.isBlank() ? talk.account().accountId() : urn;
    return id.startsWith("urn:") ? id : "urn:li:organization:" + id;
  }

  private static Call call(Conversation talk, String path) {
    LocalDate today = LocalDate.ofInstant(talk.now(), ZoneOffset.UTC);
    return talk.bearer(Call.get(HOST, path))
        .header("LinkedIn-Version", VERSION.format(today.minusMonths(VERSION_AGE)))
        .header("X-Restli-Protocol-Version", "2.0.0");
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(
        new Consent(
            URI.create("https://www.linkedin.com/oauth/v2/authorization"),
            URI.create("https://www.linkedin.com/oauth/v2/accessToken"),
            List.of("r_organization_social", "rw_organization_admin"),
            " ",
            "client_id",
            false,
            false,
            null));
  }
}
