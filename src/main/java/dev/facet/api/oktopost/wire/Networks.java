package dev.facet.api.oktopost.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor's names of social networks and the words they are stored under. */
public final class Networks {
  private static final Map<String, String> NAMES =
      Map.of(
          "linkedin", "LinkedIn",
          "x", "Twitter",
          "facebook", "Facebook",
          "instagram", "Instagram",
          "youtube", "YouTube",
          "tiktok", "TikTok",
          "threads", "Threads",
          "pinterest", "Pinterest",
          "reddit", "Reddit",
          "bluesky", "Bluesky");
  private static final Map<String, String> WORDS = words();

  private Networks() {}

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    NAMES.forEach((word, name) -> words.put(name, word));
    words.put("Youtube", "youtube");
    return Map.copyOf(words);
  }

  /** What the vendor calls a network; others as they are, empty for none. */
  public static String name(@Nullable Object word) {
    return word == null ? "" : NAMES.getOrDefault(word.toString(), word.toString());
  }

  /** The word a name is stored under; empty for what is no name, such as a stored word. */
  public static Optional<String> word(String name) {
    String word = WORDS.get(name);
    return word == null && !NAMES.containsKey(name) ? Optional.of(name) : Optional.ofNullable(word);
  }
}
