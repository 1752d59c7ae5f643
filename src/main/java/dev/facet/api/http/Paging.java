package dev.facet.api.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A stretch of a list: at most {@code limit} of its elements after the first {@code offset}. */
public record Paging(int limit, int offset) {
  /** Parameters that hold credentials: no link repeats them. */
  private static final Set<String> SECRET = Set.of("personal_api_key", "api_key", "token");

  /** Reads {@code limit} and {@code offset}; what makes no sense counts as not given. */
  public static Paging lenient(Request request, int usual, int most) {
    int limit = request.query("limit").map(text -> number(text, 0)).orElse(0);
    int offset = request.query("offset").map(text -> number(text, 0)).orElse(0);
    return new Paging(limit <= 0 ? usual : Math.min(limit, most), Math.max(offset, 0));
  }

  private static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The address of what follows, empty at the end of a list of this many elements. */
  public Optional<String> next(Request request, long total) {
    long following = (long) offset + limit;
    return following >= total ? Optional.empty() : Optional.of(link(request, following));
  }

  /** The address of what comes before, empty at the beginning. */
  public Optional<String> previous(Request request) {
    return offset == 0 ? Optional.empty() : Optional.of(link(request, Math.max(0, offset - limit)));
  }

  private String link(Request request, long target) {
    Map<String, List<String>> values = new LinkedHashMap<>(request.query().values());
    values.keySet().removeAll(SECRET);
    values.put("limit", List.of(Integer.toString(limit)));
    values.put("offset", List.of(Long.toString(target)));
    if (target == 0) {
      values.remove("offset");
    }
    String query =
        values.entrySet().stream()
            .flatMap(
                e -> e.getValue().stream().map(value -> encode(e.getKey()) + "=" + encode(value)))
            .collect(Collectors.joining("&"));
    return request.origin().url() + request.path() + "?" + query;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
