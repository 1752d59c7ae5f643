package dev.facet.ingest.social.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static Reading.Post post(int id) {
    return new Reading.Post(
        String.valueOf(id), null, null, null, null, null, null, null, Map.of("likes", 1.0));
  }

  private static Posts page(int first, int size) {
    return new Posts(
        IntStream.range(first, first + size).mapToObj(PagesTest::post).toList(),
        Optional.of("after " + (first + size)));
  }

  @Test
  void a_list_without_end_is_read_up_to_a_thousand() {
    AtomicInteger pages = new AtomicInteger();

    List<Reading.Post> posts = Pages.all(Pages.MOST, _ -> page(pages.getAndIncrement() * 300, 300));

    assertThat(posts).hasSize(1000).doesNotHaveDuplicates();
    assertThat(pages).hasValue(4);
  }

  @Test
  void pages_that_overlap_give_each_post_once() {
    AtomicInteger pages = new AtomicInteger();

    List<Reading.Post> posts =
        Pages.all(
            Pages.MOST,
            _ -> {
              int page = pages.getAndIncrement();
              Posts read = page(page * 2, 3);
              return page < 2 ? read : new Posts(read.posts(), Optional.empty());
            });

    assertThat(posts)
        .extracting(Reading.Post::id)
        .containsExactly("0", "1", "2", "3", "4", "5", "6");
  }

  @Test
  void a_list_that_goes_round_in_a_circle_ends() {
    AtomicInteger pages = new AtomicInteger();

    Pages.all(
        Pages.MOST,
        _ -> {
          pages.incrementAndGet();
          return new Posts(List.of(), Optional.of("the same"));
        });

    assertThat(pages).hasValue(2);
  }
}
