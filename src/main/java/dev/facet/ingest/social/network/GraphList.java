package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Reading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of Meta's, page by page. A page says {@code paging.next} when there is another one, and
 * {@code paging.cursors.after} always or never: a list that has shown links ends where the link is
 * missing, one that has not is followed by its cursors. One list, one thread.
 */
final class GraphList {
  private final Conversation talk;
  private final Call call;
  private final Function<Told, Reading.@Nullable Post> reader;
  private boolean linked;
  private boolean guessed;

  /**
   * @param call with fields and limit
   * @param reader null for what is no post of the account's own
   */
  GraphList(Conversation talk, Call call, Function<Told, Reading.@Nullable Post> reader) {
    this.talk = talk;
    this.call = call;
    this.reader = reader;
  }

  Posts page(Optional<String> cursor) {
    Optional<Told> answer = answer(cursor.map(after -> call.with("after", after)).orElse(call));
    if (answer.isEmpty()) {
      return new Posts(List.of(), Optional.empty());
    }
    List<Told> rows = answer.get().list("data");
    Optional<String> next = next(answer.get().at("paging"), rows.isEmpty());
    return new Posts(rows.stream().map(reader).filter(Objects::nonNull).toList(), next);
  }

  /** A page behind a cursor without a link may not be there. */
  private Optional<Told> answer(Call page) {
    return guessed ? talk.tryToAsk(page) : Optional.of(talk.ask(page));
  }

  private Optional<String> next(Told paging, boolean empty) {
    Optional<String> after = Optional.ofNullable(paging.at("cursors").text("after"));
    @Nullable String link = paging.text("next");
    linked |= link != null;
    guessed = link == null;
    if (link == null) {
      return linked || empty ? Optional.empty() : after;
    }
    return after.or(() -> after(link));
  }

  private static Optional<String> after(String link) {
    for (String part : link.substring(link.indexOf('?') + 1).split("&")) {
      if (part.startsWith("after=")) {
        try {
          return Optional.of(URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** All pages; empty when the token may not see the list. */
  Optional<List<Reading.Post>> all(int most) {
    return talk.ifGiven(() -> Pages.all(most, this::page));
  }
}
