package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Reading;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pinterest. Of its days only those count that it calls ready.
 *
 * @see <a
 *     href="https://www.rubydoc.info/gems/pinterest_sdk/PinterestSdkClient/UserAccountApi:user_account_analytics">
 *     analytics of an account</a>
 */
final class Pinterest implements Network {
  private static final String HOST = "https://api.pinterest.com";
  private static final Map<String, String> UNIFIED = unified();

  /** The network looks back so many days, with today. */
  private static final int DAYS_OF_A_PIN = 90;

  private static final int PAGE = 250;

  private static Map<String, String> unified() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("IMPRESSION", "impressions");
    names.put("SAVE", "saves");
    names.put("PIN_CLICK", "pin_clicks");
    names.put("OUTBOUND_CLICK", "outbound_clicks");
    return names;
  }

  @Override
  public String platform() {
    return "pinterest";
  }

  @Override
  public String name() {
    return "Pinterest";
  }

  @Override
  public String noun() {
    return "pin";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Told account = talk.ask(talk.bearer(Call.get(HOST, "/v5/user_account")));
    Days days = days(talk, today);
    Numbers level =
        new Numbers()
            .put("followers", account.number("follower_count"))
            .put("following", account.number("following_count"));
    UNIFIED.values().forEach(name -> level.put(name, days.sum(name)));
    List<Reading.Post> pins =
        talk.ifGiven(() -> Pages.all(Pages.MOST, cursor -> posts(talk, PAGE, cursor)))
            .orElse(List.of());
    return new Reading(level.map(), days.map(), List.of(), pins);
  }

  private static Days days(Conversation talk, LocalDate today) {
    Call call =
        Call.get(HOST, "/v5/user_account/analytics")
            .with("start_date", today.minusDays(Days.LENGTH))
            .with("end_date", today)
            .with("metric_types", "IMPRESSION,SAVE,PIN_CLICK,OUTBOUND_CLICK,ENGAGEMENT");
    Days days = new Days(today);
    talk.tryToAsk(talk.bearer(call)).ifPresent(told -> put(days, told));
    return days;
  }

  private static void put(Days days, Told answer) {
    if (rows(answer).isEmpty()) {
      days.putNone(UNIFIED.values());
    }
    ready(answer).forEach(day -> days.putAll(day.day("date"), metrics(day)));
  }

  private static List<Told> rows(Told answer) {
    return answer.needed("all").list("daily_metrics");
  }

  private static List<Told> ready(Told answer) {
    return rows(answer).stream().filter(day -> "READY".equals(day.text("data_status"))).toList();
  }

  private static Map<String, Double> metrics(Told day) {
    Numbers metrics = new Numbers();
    UNIFIED.forEach((theirs, ours) -> metrics.put(ours, day.at("metrics").number(theirs)));
    return metrics.map();
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    Call call =
        Call.get(HOST, "/v5/pins/" + Call.encoded(id) + "/analytics")
            .with("start_date", today.minusDays(DAYS_OF_A_PIN - 1))
            .with("end_date", today)
            .with("metric_types", String.join(",", UNIFIED.keySet()));
    List<Map<String, Double>> days =
        ready(talk.ask(talk.bearer(call))).stream().map(Pinterest::metrics).toList();
    Numbers sums = new Numbers();
    for (String name : UNIFIED.values()) {
      sums.put(name, Numbers.added(days.stream().map(day -> day.get(name)).toArray(Double[]::new)));
    }
    return Optional.of(sums.map());
  }

  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    Call call = Call.get(HOST, "/v5/pins").with("page_size", Math.min(limit, PAGE));
    Call page = cursor.map(mark -> call.with("bookmark", mark)).orElse(call);
    Told answer = talk.ask(talk.bearer(page));
    return new Posts(
        answer.list("items").stream().map(Pinterest::published).toList(),
        Optional.ofNullable(answer.text("bookmark")).filter(mark -> !mark.isBlank()));
  }

  private static Reading.Post published(Told pin) {
    Published published = Published.of(pin, "id");
    return published
        .url("https://www.pinterest.com/pin/" + published.id() + "/")
        .title(pin.text("title"))
        .caption(pin.text("description"))
        .type(pin.at("media").text("media_type"))
        .at(pin.time("created_at"))
        .post();
  }

  @Override
  public List<String> resets() {
    return List.of("x-ratelimit-reset");
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(
        new Consent(
            URI.create("https://www.pinterest.com/oauth/"),
            URI.create(HOST + "/v5/oauth/token"),
            List.of("user_accounts:read", "pins:read", "boards:read"),
            ",",
            "client_id",
            false,
            true,
            null));
  }
}
