package dev.facet.api.posthog.capture;

import static dev.facet.api.posthog.capture.CaptureCalls.batch;
import static dev.facet.api.posthog.capture.CaptureCalls.json;
import static dev.facet.api.posthog.capture.CaptureCalls.single;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.facet.api.posthog.capture.CaptureDecoder.Capture;
import dev.facet.model.Event;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureDecoderTest {

  @Test
  void posthog_java_is_understood() {
    Capture capture =
        batch()
            .body(
                """
                {'api_key': 'phc_t', 'batch': [
                  {'uuid': '0190A1B2-0000-7000-8000-000000000001', 'timestamp': '2026-05-01T12:00:00.5Z',
                   'distinct_id': 'u1', 'event': 'signed up', '$lib': 'posthog-java', 'properties': {'n': 1}},
                  {'uuid': '0190a1b2-0000-7000-8000-000000000002', 'timestamp': '2026-05-01T12:00:01Z',
                   'distinct_id': 'u1', 'event': 'left', '$lib': 'posthog-java'}]}""")
            .decode();
    assertThat(capture.token()).isEqualTo("phc_t");
    assertThat(capture.events()).extracting(Event::name).containsExactly("signed up", "left");
    Event first = capture.events().getFirst();
    assertThat(first.uuid()).hasToString("0190a1b2-0000-7000-8000-000000000001");
    assertThat(first.time()).isEqualTo("2026-05-01T12:00:00.5Z");
    assertThat(first.receivedAt()).isEqualTo(CaptureCalls.NOW);
    assertThat(first.properties()).isEqualTo(Map.of("n", 1L, "$lib", "posthog-java"));
  }

  @Test
  void posthog_js_is_understood() {
    Capture capture =
        single()
            .body(
                """
                [{'uuid': '0190a1b2-0000-7000-8000-000000000001', 'event': '$pageview', 'offset': 5000,
                  'properties': {'token': 'phc_t', 'distinct_id': 'anon', '$set': {'a': 1, 'b': 1}},
                  '$set': {'b': 2}, '$set_once': {'c': 3}}]""")
            .query("ver", "1.2.3")
            .decode();
    Event event = capture.events().getFirst();
    assertThat(capture.token()).isEqualTo("phc_t");
    assertThat(event.distinctId()).isEqualTo("anon");
    assertThat(event.time()).isEqualTo("2026-05-01T13:04:55Z");
    assertThat(event.properties())
        .containsEntry("$set", Map.of("a", 1L, "b", 2L))
        .containsEntry("$set_once", Map.of("c", 3L));
  }

  @Test
  void posthog_node_and_python_are_understood() {
    Event event =
        batch()
            .body(
                """
                {'api_key': 'phc_t', 'historical_migration': false, 'sent_at': '2026-05-01T12:05:00Z',
                 'batch': [{'event': 'e', 'distinct_id': 7, 'timestamp': '2026-05-01T12:00:00Z',
                   'type': 'capture', 'library': 'posthog-node', 'properties': null}]}""")
            .decode()
            .events()
            .getFirst();
    assertThat(event.time()).isEqualTo("2026-05-01T13:00:00Z");
    assertThat(event.distinctId()).isEqualTo("7");
    assertThat(event.uuid()).isEqualTo(CaptureCalls.MADE);
    assertThat(event.properties()).isEmpty();
  }

  @Test
  void the_newest_protocol_is_understood() {
    Capture capture =
        CaptureCalls.of(CaptureRequest.Kind.ANALYTICS)
            .header("Authorization", "Bearer phc_t")
            .header("PostHog-Request-Timestamp", "2026-05-01T12:05:00Z")
            .body(
                """
                {'created_at': '2026-05-01T12:00:00Z', 'batch': [
                  {'event': 'e', 'distinct_id': 'u', 'uuid': '0190a1b2-0000-7000-8000-000000000001',
                   'timestamp': '2026-05-01T12:00:00Z', 'session_id': 's', 'window_id': 'w',
                   'options': {'process_person_profile': false}, 'properties': {}}]}""")
            .decode();
    assertThat(capture.token()).isEqualTo("phc_t");
    assertThat(capture.events().getFirst().time()).isEqualTo("2026-05-01T13:00:00Z");
    assertThat(capture.events().getFirst().properties())
        .isEqualTo(Map.of("$process_person_profile", false, "$session_id", "s", "$window_id", "w"));
  }

  @Test
  void engage_needs_no_event_name() {
    Capture capture =
        CaptureCalls.of(CaptureRequest.Kind.ENGAGE)
            .body("{'$token': 'phc_t', '$distinct_id': 'u', '$set': {'a': 1}}")
            .decode();
    assertThat(capture.token()).isEqualTo("phc_t");
    assertThat(capture.events().getFirst().name()).isEqualTo("$identify");
    assertThat(capture.events().getFirst().distinctId()).isEqualTo("u");
    assertThat(capture.events().getFirst().properties()).isEqualTo(Map.of("$set", Map.of("a", 1L)));
  }

  @Test
  void values_are_plain_and_storable() {
    Event event =
        single()
            .body(
                """
                {'api_key': 'phc_t', 'event': 'e', 'distinct_id': 'u', 'properties': {
                  'whole': 10.0, 'long': 9007199254740993, 'beyond': 123456789012345678901234567890,
                  'infinite': 1e999, 'nothing': null, 'list': [1, [true]],
                  'nul': 'a\\u0000b', 'half': 'x\\ud800', 'pair': '\\ud83d\\ude00'}}""")
            .decode()
            .events()
            .getFirst();
    assertThat(event.properties())
        .containsEntry("whole", 10L)
        .containsEntry("long", 9007199254740993L)
        .containsEntry("beyond", 1.2345678901234568e29)
        .containsEntry("infinite", "1e999")
        .containsEntry("nothing", null)
        .containsEntry("list", List.of(1L, List.of(true)))
        .containsEntry("nul", "a\uFFFDb")
        .containsEntry("half", "x\uFFFD")
        .containsEntry("pair", "😀");
  }

  @Test
  void long_names_and_ids_are_cut_between_characters() {
    Event event =
        single()
            .body(
                "{'api_key': 'phc_t', 'event': '%s', 'distinct_id': '%s'}"
                    .formatted("n".repeat(201), "i".repeat(199) + "😀"))
            .decode()
            .events()
            .getFirst();
    assertThat(event.name()).hasSize(200);
    assertThat(event.distinctId()).isEqualTo("i".repeat(199));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "not a uuid at all, but as long as one",
        "zz90a1b2-0000-7000-8000-000000000001"
      })
  void an_invalid_uuid_is_replaced(String uuid) {
    String body = "{'api_key': 'phc_t', 'event': 'e', 'distinct_id': 'u', 'uuid': '" + uuid + "'}";
    assertThat(single().body(body).decode().events().getFirst().uuid())
        .isEqualTo(CaptureCalls.MADE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'api_key': 'phc_t', 'event': 'e', 'distinct_id': 'u'}",
        "{'token': 'phc_t', 'event': 'e', 'distinct_id': 'u'}",
        "{'event': 'e', 'distinct_id': 'u', 'properties': {'token': 'phc_t'}}",
        "[{'event': 'e', 'distinct_id': 'u', 'api_key': 'phc_t'}]",
        "{'batch': [{'event': 'e', 'distinct_id': 'u', 'token': 'phc_t'}]}",
        "{'api_key': 'phc_t', 'batch': [{'event': 'e', 'distinct_id': 'u', 'properties': {'token': 'mine'}}]}"
      })
  void the_token_may_stand_in_several_places(String body) {
    assertThat(batch().body(body).decode().token()).isEqualTo("phc_t");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void wrong_tokens_are_refused(String message, String body) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> batch().body(body).decode())
        .withMessage(message)
        .satisfies(
            e ->
                assertThat(e.failure())
                    .isInstanceOfSatisfying(
                        Failure.NotAllowed.class, f -> assertThat(f.unknown()).isTrue()));
  }

  static Stream<Arguments> wrong_tokens_are_refused() {
    String event = "'batch': [{'event': 'e', 'distinct_id': 'u'}]}";
    return Stream.of(
        arguments("event submitted without an api_key", "{" + event),
        arguments(
            "batch submitted with inconsistent api_key values",
            "[{'event': 'e', 'distinct_id': 'u', 'token': 'a'}, {'event': 'e', 'distinct_id': 'u', 'token': 'b'}]"),
        arguments(
            "batch submitted with inconsistent api_key values",
            "{'api_key': 'a', 'batch': [{'event': 'e', 'distinct_id': 'u', 'api_key': 'b'}]}"),
        arguments("API key is not valid: empty", "{'api_key': ' ', " + event),
        arguments("API key is not valid: not_string", "{'api_key': 5, " + event),
        arguments("API key is not valid: not_ascii", "{'api_key': 'ž', " + event),
        arguments(
            "API key is not valid: too_long", "{'api_key': '" + "x".repeat(65) + "', " + event),
        arguments("API key is not valid: personal_api_key", "{'api_key': 'phx_secret', " + event));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void bad_events_are_refused(String message, String path, String body) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> batch().body(body).decode())
        .withMessage(message)
        .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class))
        .satisfies(e -> assertThat(e.failure().path()).isEqualTo(path));
  }

  static Stream<Arguments> bad_events_are_refused() {
    String good = "{'api_key': 'phc_t', 'batch': [{'event': 'e', 'distinct_id': 'u'}, ";
    return Stream.of(
        arguments("request holds no event", "batch", "[]"),
        arguments("request holds no event", "batch", "{'api_key': 'phc_t', 'batch': []}"),
        arguments(
            "event submitted with an empty event name",
            "batch[1].event",
            good + "{'event': '', 'distinct_id': 'u'}]}"),
        arguments(
            "event submitted with an empty event name",
            "batch[1].event",
            good + "{'distinct_id': 'u'}]}"),
        arguments(
            "event submitted without a distinct_id",
            "batch[1].distinct_id",
            good + "{'event': 'e'}]}"),
        arguments(
            "event submitted without a distinct_id",
            "batch[1].distinct_id",
            good + "{'event': 'e', 'distinct_id': null}]}"),
        arguments(
            "event submitted with an empty distinct_id",
            "batch[1].distinct_id",
            good + "{'event': 'e', 'distinct_id': ''}]}"),
        arguments(
            "failed to parse request: batch[1].event must be text",
            "batch[1].event",
            good + "{'event': 5, 'distinct_id': 'u'}]}"),
        arguments(
            "failed to parse request: batch[1].properties must be an object",
            "batch[1].properties",
            good + "{'event': 'e', 'distinct_id': 'u', 'properties': [1]}]}"),
        arguments("failed to parse request: batch[1] must be an object", "batch[1]", good + "5]}"),
        arguments(
            "failed to parse request: batch must be a list of events",
            "batch",
            "{'api_key': 'phc_t', 'batch': {}}"),
        arguments(
            "failed to parse request: something follows the end of the JSON", null, "[]  {}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a'", "{'a':}", "[1,", "{\"a\": NaN}", "{'a': '\\x'}", "[{]"})
  void malformed_json_is_refused_with_its_place(String body) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> batch().body(body).decode())
        .withMessageStartingWith("failed to parse request: ")
        .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 10_000, 1_000_000})
  void json_deeper_than_a_hundred_levels_is_refused(int levels) {
    byte[] deep = new byte[levels];
    Arrays.fill(deep, (byte) '[');
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> batch().body(deep).decode())
        .withMessageStartingWith("failed to parse request: ");
    String nested = "{'properties': {'x': " + new String(deep, UTF_8) + "}}";
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> batch().body(nested).decode())
        .withMessageStartingWith("failed to parse request: ");
  }

  @Test
  void json_of_ninety_levels_is_taken() {
    String value = "[".repeat(90) + "]".repeat(90);
    String body =
        "{'api_key': 'phc_t', 'event': 'e', 'distinct_id': 'u', 'properties': {'x': "
            + value
            + "}}";
    assertThat(single().body(body).decode().events()).hasSize(1);
  }

  @Test
  void an_event_over_a_megabyte_is_refused() {
    String event =
        json(
            "{'event': 'e', 'distinct_id': 'u', 'properties': {'x': '"
                + "x".repeat(1 << 20)
                + "'}}");
    for (String body :
        List.of("[" + event + "]", event, "{'api_key': 'phc_t', 'batch': [" + event + "]}")) {
      assertThatExceptionOfType(FailureException.class)
          .isThrownBy(() -> batch().body(body).decode())
          .withMessage("maximum event size exceeded")
          .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.TooMuch.class));
    }
  }
}
