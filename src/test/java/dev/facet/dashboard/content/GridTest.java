package dev.facet.dashboard.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  private static Place place(int x, int y, int w, int h) {
    return new Place(x, y, w, h);
  }

  @Test
  void findsTheLowestGroundLeftmostOnTies() {
    List<Place> taken = List.of(place(0, 0, 6, 5), place(6, 0, 6, 2));

    assertThat(Grid.below(List.of(), 6, 4)).isEqualTo(place(0, 0, 6, 4));
    assertThat(Grid.below(taken, 6, 4)).isEqualTo(place(6, 2, 6, 4));
    assertThat(Grid.below(taken, 12, 1)).isEqualTo(place(0, 5, 12, 1));
    assertThat(Grid.below(taken, 99, 0)).isEqualTo(place(0, 5, 12, 1));
  }

  @Test
  void placesWhatHasNoPlaceAndLeavesTheRest() {
    assertThat(Grid.complete(Arrays.asList(null, place(0, 0, 6, 2), null)))
        .containsExactly(place(6, 0, 6, 5), place(0, 0, 6, 2), place(0, 2, 6, 5));
  }

  @Test
  void movesUpWhatHasRoomAboveItKeepingTheOrder() {
    List<Place> gappy = List.of(place(0, 9, 6, 2), place(0, 3, 6, 2), place(6, 4, 6, 1));

    assertThat(Grid.compact(gappy))
        .containsExactly(place(0, 2, 6, 2), place(0, 0, 6, 2), place(6, 0, 6, 1));
  }
}
