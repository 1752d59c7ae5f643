package dev.facet.api.posthog.capture;

import static dev.facet.api.posthog.capture.CaptureCalls.batch;
import static dev.facet.api.posthog.capture.CaptureCalls.deflate;
import static dev.facet.api.posthog.capture.CaptureCalls.gzip;
import static dev.facet.api.posthog.capture.CaptureCalls.json;
import static dev.facet.api.posthog.capture.CaptureCalls.single;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureBodyTest {
  private static final String JSON =
      json("{'event':'pageview','distinct_id':'u1','api_key':'phc_t','properties':{'x':'>>>???'}}");
  private static final byte[] BYTES = JSON.getBytes(UTF_8);
  private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Packed by lz-string 1.5. */
  private static final String LZ64 =
      "NobwRApgbhB2AuYBcYAOBDA5tAlhA7mADRoBOA9qhKfHgM7LjzkDWcyaAFgMYD663ALYRe+CACNiYACY46tWN3i8c0jgFcAjFP"
          + "gQAHohSA/QAA26wKaA5dYFhAFgF+ABIFPTQDTmgPKiHgXg3AAHtgAvn4AukA==";

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void every_packing_gives_the_same_event(String name, CaptureCalls call) {
    assertThat(call.decode().events().getFirst().properties())
        .as(name)
        .containsEntry("x", ">>>???");
  }

  static Stream<Arguments> every_packing_gives_the_same_event() {
    String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(BYTES);
    String zipped = Base64.getEncoder().encodeToString(gzip(BYTES));
    return Stream.of(
        arguments("plain", single().body(BYTES)),
        arguments("text/plain", single().body(BYTES).header("Content-Type", "text/plain")),
        arguments("JSON called a form", single().body(BYTES).header("Content-Type", FORM)),
        arguments("white space first", single().body(" \r\n\t" + JSON)),
        arguments("byte order mark first", single().body("\uFEFF" + JSON)),
        arguments("gzip announced", single().body(gzip(BYTES)).header("Content-Encoding", "gzip")),
        arguments(
            "gzip in the address", single().body(gzip(BYTES)).query("compression", "gzip-js")),
        arguments(
            "gzip not announced", single().body(gzip(BYTES)).header("Content-Type", "text/plain")),
        arguments(
            "gzip announced but unpacked", single().body(BYTES).header("Content-Encoding", "gzip")),
        arguments("deflate", single().body(deflate(BYTES)).header("Content-Encoding", "deflate")),
        arguments(
            "base64 form", single().body("data=" + escape(BASE64)).header("Content-Type", FORM)),
        arguments(
            "base64 form with compression",
            single()
                .body("compression=base64&data=" + escape(BASE64))
                .header("Content-Type", FORM)),
        arguments("base64 form, plus signs unescaped", single().body("data=" + BASE64)),
        arguments("base64 of gzip in a form", single().body("data=" + escape(zipped))),
        arguments("base64 as the body", single().body(BASE64).query("compression", "base64")),
        arguments("JSON in a form", single().body("data=" + escape(JSON))),
        arguments("address", single().query("data", BASE64)),
        arguments("address, safe alphabet", single().query("data", urlSafe)),
        arguments("address, JSON", single().query("data", JSON)));
  }

  @Test
  void lz64_is_read() {
    CaptureCalls form =
        single().body("data=" + escape(LZ64) + "&compression=lz64").header("Content-Type", FORM);
    assertThat(form.decode().events().getFirst().properties())
        .containsEntry("text", "žluťoučký 日本語 😀");
    assertThat(single().body(LZ64).query("compression", "lz64").decode().events())
        .isEqualTo(form.decode().events());
  }

  @Test
  void lz64_of_little_and_of_repeated_text_is_read() {
    assertThat(CaptureLz64.decode("IZA=", 100)).isEqualTo("a");
    assertThat(CaptureLz64.decode("N4XyA===", 100)).isEqualTo("{}");
    assertThat(
            CaptureLz64.decode(
                "N4IgpgbmB2AuIC4QA8QBoQCdEgIYCMBjA4ok8sy06imq2h+pulx15tzj793rvnvyGCRAscPGiJ0qbMnyZCuYpXK1Sjat"
                    + "4gAvkA==",
                1000))
        .isEqualTo(json("{'event':'x','r':'" + "abc".repeat(200) + "'}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void what_cannot_be_unpacked_is_refused(String message, CaptureCalls call) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(call::decode)
        .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class))
        .withMessageContaining(message);
  }

  static Stream<Arguments> what_cannot_be_unpacked_is_refused() {
    byte[] zipped = gzip(BYTES);
    byte[] broken = zipped.clone();
    broken[zipped.length / 2] ^= 0x55;
    byte[] latin = {'{', '"', 'e', '"', ':', '"', (byte) 0xE9, '"', '}'};
    return Stream.of(
        arguments("request holds no event", single()),
        arguments("neither JSON nor gzip nor base64", single().body("hello world!")),
        arguments("damaged or cut off", single().body(Arrays.copyOf(zipped, zipped.length / 2))),
        arguments("damaged or cut off", single().body(broken)),
        arguments("not br", single().body(new byte[] {1, 2}).header("Content-Encoding", "br")),
        arguments("no field data", single().body("x=1").header("Content-Type", FORM)),
        arguments("percent sign", single().body("data=%zz").header("Content-Type", FORM)),
        arguments("it is no lz64", single().body("N4IgpgbmB2").query("compression", "lz64")),
        arguments("it is no lz64", single().body("////").query("compression", "lz64")),
        arguments("invalid UTF-8 at byte 6", single().body(latin)));
  }

  @Test
  void limits_count_after_unpacking() {
    String large = JSON.replace(">>>???", "x".repeat(900_000));
    String three = "[" + large + "," + large + "," + large + "]";
    assertTooLarge(single().body(gzip(three.getBytes(UTF_8))));
    assertTooLarge(single().body(three));
    assertThat(batch().body(gzip(three.getBytes(UTF_8))).decode().events()).hasSize(3);
  }

  @Test
  void a_bomb_is_given_up_at_the_limit() {
    byte[] bomb = gzip(gzip(new byte[1 << 26]));
    byte[] inner = gzip(new byte[1 << 26]);
    assertTooLarge(single().body(inner));
    assertTooLarge(batch().body(inner));
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> batch().body(bomb).decode())
        .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class));
  }

  @Test
  void an_lz64_bomb_is_given_up_at_the_limit() {
    // lz-string's code for a hundred thousand times the same letter, cut before its end
    StringBuilder bits = new StringBuilder("00" + "10000110");
    int size = 4;
    while (bits.length() < 300_000) {
      int width = Integer.SIZE - Integer.numberOfLeadingZeros(size);
      for (int i = 0; i < width; i++) {
        bits.append(size >> i & 1);
      }
      size++;
    }
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 6 <= bits.length(); i += 6) {
      text.append(alphabet.charAt(Integer.parseInt(bits, i, i + 6, 2)));
    }
    assertTooLarge(single().body(text.toString()).query("compression", "lz64"));
  }

  private static void assertTooLarge(CaptureCalls call) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(call::decode)
        .satisfies(
            e ->
                assertThat(e.failure())
                    .isInstanceOfSatisfying(
                        Failure.TooMuch.class, f -> assertThat(f.retryAfter()).isNull()));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
