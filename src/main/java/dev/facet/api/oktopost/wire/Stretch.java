package dev.facet.api.oktopost.wire;

import dev.facet.api.http.Request;
import dev.facet.model.FailureException;
import java.util.List;

/** Which part of a list is asked for: {@code count} of its items after the first {@code first}. */
public record Stretch(long first, int count) {
  /** How many items a page may have. */
  public static final List<Integer> USUAL = List.of(25, 50, 100);

  /** How many clicks a page may have. */
  public static final List<Integer> OF_CLICKS = List.of(25, 50, 100, 200);

  /** The code of a failure that is told as one of the call, not of a parameter. */
  public static final String PAGE_SIZE = "page_size";

  /** Further than any list is long. */
  private static final long FAR = 1L << 40;

  public static Stretch of(Request request, List<Integer> sizes) {
    int count = Given.text(request, "_count").map(text -> count(text, sizes)).orElse(25);
    long page = Given.text(request, "_page").map(Stretch::page).orElse(0L);
    return new Stretch(Math.min(page, FAR / count) * count, count);
  }

  private static int count(String text, List<Integer> sizes) {
    return sizes.stream()
        .filter(size -> size.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                FailureException.invalid(
                    PAGE_SIZE, "_count", "Page size " + Given.shown(text) + " is not valid."));
  }

  private static long page(String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw FailureException.invalid(
          "page",
          "_page",
          "Value \"" + Given.shown(text) + "\" of parameter _page is not valid: count from 0.");
    }
    return text.length() > 12 ? FAR : Long.parseLong(text);
  }

  /** The part of this list. */
  public <T> List<T> of(List<T> all) {
    return all.stream().skip(first).limit(count).toList();
  }
}
