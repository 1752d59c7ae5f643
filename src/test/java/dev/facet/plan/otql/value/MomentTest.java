package dev.facet.plan.otql.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Micros;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  private static final long LATEST = Micros.of(Instant.parse("9999-12-31T23:59:59Z"));
  private static final long EARLIEST = Micros.of(Instant.parse("0000-01-01T00:00:00Z"));

  @ParameterizedTest
  @ValueSource(doubles = {1e16, 99999999999999999.0, 9.223372036854775807e18, 1e300})
  void millisecondsBeyondEveryDateStayOnTheirSide(double millis) {
    Moment late = Moment.ofMillis(millis);
    Moment early = Moment.ofMillis(-millis);
    assertThat(late.from()).isGreaterThan(LATEST).isLessThan(late.until());
    assertThat(early.until()).isLessThan(EARLIEST).isGreaterThan(early.from());
  }

  @Test
  void aFractionOfAMillisecondHoldsNothing() {
    assertThat(Moment.ofMillis(2)).isEqualTo(new Moment(2000, 3000));
    assertThat(Moment.ofMillis(2.5)).isEqualTo(new Moment(3000, 3000));
  }
}
