package dev.facet.plan.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinsTest {

  @Test
  void bins_are_equally_wide_and_the_last_reaches_a_hundredth_further() {
    Bins bins = new Bins(10, 40, 4);
    assertThat(bins.label(0)).isEqualTo("[10,17.5]");
    assertThat(bins.label(3)).isEqualTo("[32.5,40.01]");
  }

  @Test
  void edges_are_rounded_to_hundredths() {
    assertThat(new Bins(0, 10, 3).label(1)).isEqualTo("[3.33,6.67]");
    assertThat(new Bins(-1e15, 1e15, 2).label(0)).isEqualTo("[-1000000000000000,0]");
  }

  @Test
  void one_number_is_one_bin() {
    assertThat(new Bins(7, 7, 5).label(0)).isEqualTo("[7,7.01]");
  }

  @Test
  void narrow_bins_are_told_apart() {
    Bins bins = new Bins(0.001, 0.0015, 50);
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      labels.add(bins.label(i));
    }
    assertThat(labels).hasSize(50);
  }
}
