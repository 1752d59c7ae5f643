package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Reading;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lists of posts that come page by page. */
final class Pages {
  /** As many posts of an account are read at most. */
  static final int MOST = 1000;

  private Pages() {}

  /** Every post once, also when pages overlap; a cursor that comes back ends the list. */
  static List<Reading.Post> all(int most, Function<Optional<String>, Posts> page) {
    Map<String, Reading.Post> posts = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Posts read = page.apply(cursor);
      read.posts().forEach(post -> posts.putIfAbsent(post.id(), post));
      cursor = read.next().filter(seen::add);
    } while (cursor.isPresent() && posts.size() < most && ++pages < most);
    return posts.values().stream().limit(most).toList();
  }
}
