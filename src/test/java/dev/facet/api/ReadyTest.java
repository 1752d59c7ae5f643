package dev.facet.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.api.http.Response;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadyTest {
  private static final Response RESPONSE = Response.text(200, "as it was sent");

  @Test
  void aResponseIsGivenAgainAsLongAsItHolds() {
    AtomicBoolean holds = new AtomicBoolean(true);
    Ready<String> ready = new Ready<>(10_000);
    assertThat(ready.find("board")).isEmpty();
    ready.keep("board", RESPONSE, holds::get);
    assertThat(ready.find("board").orElseThrow()).isSameAs(RESPONSE);
    assertThat(ready.find("another")).isEmpty();
    holds.set(false);
    assertThat(ready.find("board")).isEmpty();
  }

  @Test
  void whatIsLargerThanAllItMayTakeIsNotKept() {
    Ready<String> ready = new Ready<>(1_000);
    ready.keep("board", Response.text(200, "x".repeat(2_000)), () -> true);
    ready.keep("small", RESPONSE, () -> true);
    assertThat(ready.find("small")).isPresent();
    assertThat(ready.find("board")).isEmpty();
  }
}
