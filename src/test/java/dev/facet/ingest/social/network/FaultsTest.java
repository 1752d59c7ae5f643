package dev.facet.ingest.social.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that refuse, limit, stumble, dawdle or talk nonsense. */
class FaultsTest {
  private static final String ALL = "dev.facet.ingest.social.network.Recordings#platforms";

  private static NetworkException refusal(RecordedNetwork network) {
    return catchThrowableOfType(NetworkException.class, network::read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instagram|400|{'error': {'code': 190, 'message': 'Malformed access token tok-secret'}}",
        "facebook|400|{'error': {'code': 190, 'message': 'Session of tok-secret has expired'}}",
        "threads|400|{'error': {'code': 190, 'message': 'tok-secret'}}",
        "youtube|401|{'error': {'code': 401, 'message': 'Invalid Credentials'}}",
        "tiktok|401|{'error': {'code': 'access_token_invalid', 'message': 'no', 'log_id': '1'}}",
        "tiktok|200|{'data': {}, 'error': {'code': 'access_token_invalid', 'message': 'no'}}",
        "linkedin|401|{'status': 401, 'message': 'Expired access token tok-secret'}",
        "x|401|{'title': 'Unauthorized', 'detail': 'Unauthorized', 'status': 401}",
        "pinterest|401|{'code': 2, 'message': 'Authentication failed.'}",
        "reddit|401|{'message': 'Unauthorized', 'error': 401}",
        "bluesky|400|{'error': 'ExpiredToken', 'message': 'Token has expired'}",
      })
  void aDeadTokenIsNotTriedAgainAndNeverNamed(String platform, int status, String body) {
    RecordedNetwork network = Recordings.of(platform).fault(status, Map.of(), body);
    NetworkException refusal = refusal(network);
    assertThat(refusal.kind()).isEqualTo(Kind.AUTH);
    assertThat(refusal.getMessage())
        .startsWith(network.connector().name())
        .doesNotContain("tok-secret");
    assertThat(network.calls).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instagram|400|x-business-use-case-usage|{\"17\": [{\"estimated_time_to_regain_access\": 15}]}|{'error': {'code': 80002}}",
        "facebook|400|retry-after|900|{'error': {'code': 80001}}",
        "threads|400|retry-after|900|{'error': {'code': 4}}",
        "youtube|403|retry-after|900|{'error': {'errors': [{'reason': 'quotaExceeded'}]}}",
        "tiktok|429|retry-after|900|{'error': {'code': 'rate_limit_exceeded'}}",
        "linkedin|429|retry-after|900|{'status': 429}",
        "x|429|x-rate-limit-reset|1772367300|{'title': 'Too Many Requests'}",
        "pinterest|429|x-ratelimit-reset|900|{'code': 8}",
        "reddit|429|x-ratelimit-reset|900.0|{'error': 429}",
        "bluesky|429|ratelimit-reset|1772367300|{'error': 'RateLimitExceeded'}",
      })
  void aLongLimitIsNotWaitedFor(
      String platform, int status, String header, String value, String body) {
    RecordedNetwork network = Recordings.of(platform).fault(status, Map.of(header, value), body);
    NetworkException refusal = refusal(network);
    assertThat(refusal.kind()).isEqualTo(Kind.RATE_LIMIT);
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(15));
    assertThat(refusal.getMessage()).contains("900 seconds");
    assertThat(network.calls).hasSize(1);
    assertThat(network.pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instagram|400|retry-after|3|{'error': {'code': 4}}",
        "facebook|400|retry-after|3|{'error': {'code': 32}}",
        "threads|400|retry-after|3|{'error': {'code': 613}}",
        "youtube|403|retry-after|3|{'error': {'errors': [{'reason': 'rateLimitExceeded'}]}}",
        "tiktok|429|retry-after|3|{'error': {'code': 'rate_limit_exceeded'}}",
        "linkedin|429|retry-after|Sun, 01 Mar 2026 12:00:03 GMT|{'status': 429}",
        "x|429|x-rate-limit-reset|1772366403|{}",
        "pinterest|429|x-ratelimit-reset|3|{'code': 8}",
        "reddit|429|x-ratelimit-reset|3.0|{'error': 429}",
        "bluesky|429|ratelimit-reset|1772366403|{'error': 'RateLimitExceeded'}",
      })
  void aShortLimitIsWaitedFor(
      String platform, int status, String header, String value, String body) {
    RecordedNetwork network = Recordings.of(platform).fault(status, Map.of(header, value), body);
    assertThat(network.read().posts()).hasSize(2);
    assertThat(network.pauses).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void aResetIsMeasuredByTheClockOfTheNetwork() {
    Map<String, String> headers =
        Map.of("x-rate-limit-reset", "1800000002", "date", "Fri, 15 Jan 2027 08:00:00 GMT");
    RecordedNetwork network = Recordings.of("x").fault(429, headers, "{}");
    network.read();
    assertThat(network.pauses).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void anOverloadedNetworkThatAsksForLongIsALimit() {
    RecordedNetwork network =
        Recordings.of("linkedin").fault(503, Map.of("retry-after", "60"), "{}");
    assertThat(refusal(network).kind()).isEqualTo(Kind.RATE_LIMIT);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void twoBadMomentsAreOvercome(String platform) {
    RecordedNetwork network =
        Recordings.of(platform).fault(500, Map.of(), "{}").fault(502, Map.of(), "<html>");
    assertThat(network.read().level()).containsKey("followers");
    assertThat(network.pauses).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void threeAreNot(String platform) {
    RecordedNetwork network = Recordings.of(platform);
    for (int i = 0; i < 3; i++) {
      network.fault(503, Map.of(), "{}");
    }
    NetworkException refusal = refusal(network);
    assertThat(refusal.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(network.calls).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void garbageAndHalfAPageAreBadMoments(String platform) {
    for (String body : new String[] {"<html>", "{'data': [{'id': '1'", "[]", "17", ""}) {
      RecordedNetwork network = Recordings.of(platform);
      for (int i = 0; i < 3; i++) {
        network.fault(200, Map.of(), body);
      }
      assertThat(refusal(network).kind()).as(body).isEqualTo(Kind.TRANSIENT);
    }
  }

  /** The last call of each reading but Reddit's is to a list of posts or of days. */
  @ParameterizedTest
  @CsvSource({"facebook", "youtube", "tiktok", "x", "reddit", "bluesky"})
  void aSumIsNeverOfHalfAList(String platform) {
    RecordedNetwork whole = Recordings.of(platform);
    whole.read();
    int calls = whole.calls.size();
    RecordedNetwork broken = Recordings.of(platform).breakAt(calls, 503);
    assertThat(refusal(broken).kind()).isEqualTo(Kind.TRANSIENT);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aTokenThatDiesAnywhereOnTheWayEndsTheReading(String platform) {
    RecordedNetwork whole = Recordings.of(platform);
    whole.read();
    for (int call = 1; call <= whole.calls.size(); call++) {
      RecordedNetwork dying = Recordings.of(platform).breakAt(call, 401);
      assertThat(refusal(dying).kind()).as("call %d", call).isEqualTo(Kind.AUTH);
      assertThat(dying.calls).hasSize(call);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aNetworkThatFailsAnywhereOnTheWayIsAskedThreeTimes(String platform) {
    RecordedNetwork whole = Recordings.of(platform);
    whole.read();
    for (int call = 1; call <= whole.calls.size(); call++) {
      RecordedNetwork failing = Recordings.of(platform).breakAt(call, 500);
      assertThat(refusal(failing).kind()).as("call %d", call).isEqualTo(Kind.TRANSIENT);
      assertThat(failing.calls).hasSize(call + 2);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aReadingEndsAfterTwentySeconds(String platform) {
    RecordedNetwork network = Recordings.of(platform).slow(Duration.ofSeconds(21));
    NetworkException refusal = refusal(network);
    assertThat(refusal.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(refusal.getMessage()).contains("20 seconds");
    assertThat(network.calls).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "instagram,400,'{''error'': {''code'': 10}}',PERMISSION",
    "instagram,400,'{''error'': {''code'': 100, ''error_subcode'': 33}}',NOT_FOUND",
    "instagram,400,'{''error'': {''code'': 100}}',BAD_REQUEST",
    "youtube,403,'{''error'': {''errors'': [{''reason'': ''forbidden''}]}}',PERMISSION",
    "tiktok,401,'{''error'': {''code'': ''scope_not_authorized''}}',PERMISSION",
    "tiktok,200,'{''error'': {''code'': ''invalid_params''}}',BAD_REQUEST",
    "linkedin,403,{},PERMISSION",
    "x,403,{},PERMISSION",
    "pinterest,404,{},NOT_FOUND",
  })
  void refusalsHaveTheirClass(String platform, int status, String body, Kind kind) {
    assertThat(refusal(Recordings.of(platform).fault(status, Map.of(), body)).kind())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 190, AUTH", "401, 102, AUTH", "200, 190, AUTH", "400, 10, PERMISSION",
    "400, 200, PERMISSION", "400, 299, PERMISSION", "400, 100, BAD_REQUEST", "404, 803, NOT_FOUND",
    "400, 4, RATE_LIMIT", "403, 17, RATE_LIMIT", "400, 32, RATE_LIMIT", "400, 613, RATE_LIMIT",
    "400, 80001, RATE_LIMIT", "400, 80002, RATE_LIMIT", "400, 1, TRANSIENT", "400, 2, TRANSIENT",
    "200, 12345, BAD_REQUEST"
  })
  void metaRefusesByCode(int status, int code, Kind kind) {
    for (String platform : new String[] {"instagram", "facebook", "threads"}) {
      RecordedNetwork network = Recordings.of(platform);
      for (int i = 0; i < 3; i++) {
        network.fault(status, Map.of(), "{'error': {'code': %d}}".formatted(code));
      }
      assertThat(refusal(network).kind()).as(platform).isEqualTo(kind);
    }
  }

  @Test
  void aPostThatIsGoneIsNamed() {
    assertThat(
            catchThrowableOfType(
                NetworkException.class, () -> Recordings.of("tiktok").post("7123456789")))
        .hasMessage("TikTok video not found (ID: 7123456789). The token may need to be refreshed.");
    assertThat(catchThrowableOfType(NetworkException.class, () -> Recordings.of("x").post("404")))
        .hasMessage("X post not found (ID: 404). The token may need to be refreshed.");
    assertThat(
            catchThrowableOfType(
                NetworkException.class, () -> Recordings.of("instagram").post("..")))
        .hasMessageStartingWith("Instagram post not found (ID: ..)");
  }

  @Test
  void postsHaveTheNamesOfTheirNetwork() {
    assertThat(Recordings.of("tiktok").post("v1")).isEqualTo(Map.of("views", 100.0, "likes", 9.0));
    assertThat(Recordings.of("linkedin").post("1"))
        .isEqualTo(Map.of("reach", 6.0, "impressions", 9.0, "clicks", 2.0));
    assertThat(Recordings.of("youtube").post("v1"))
        .isEqualTo(Map.of("views", 10.0, "likes", 4.0, "comments", 2.0, "favorites", 0.0));
    assertThat(Recordings.of("reddit").post("t3_1"))
        .isEqualTo(Map.of("score", 10.0, "likes", 12.0, "comments", 3.0, "shares", 1.0));
  }
}
