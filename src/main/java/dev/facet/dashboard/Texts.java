package dev.facet.dashboard;

import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the texts of content that is being written: makes new ones, changes edited ones. */
final class Texts {
  private final Transaction transaction;
  private final TextRows rows;
  private final @Nullable Long author;
  private final Instant now;
  private final Map<Long, String> bodies = new HashMap<>();
  private final Map<Long, String> changed = new HashMap<>();

  Texts(Transaction transaction, Actor actor, Instant now) {
    this.transaction = transaction;
    this.rows = new TextRows(transaction, actor.project());
    this.author = actor.user();
    this.now = now;
  }

  /** Makes a text. */
  Text create(String body, @Nullable Long createdBy) {
    Text text = new Text(Sequence.TEXT.next(transaction), body, now, createdBy, now, null);
    rows.insert(text);
    return text;
  }

  /** Stores what these sources change of texts that are there. */
  void file(List<Source> sources) {
    Map<Long, Text> stored = stored(sources);
    for (Source source : sources) {
      if (source instanceof Source.OfText(long id, String body) && id > 0) {
        file(stored.get(id), id, body);
      }
    }
  }

  private Map<Long, Text> stored(List<Source> sources) {
    Set<Long> ids = new HashSet<>();
    for (Source source : sources) {
      if (source instanceof Source.OfText(long id, String body)) {
        ids.add(id);
      }
    }
    Map<Long, Text> stored = new HashMap<>();
    rows.find(ids).forEach(text -> stored.put(text.id(), text));
    return stored;
  }

  private void file(@Nullable Text stored, long id, String body) {
    if (stored == null) {
      throw FailureException.invalid("unknown_text", null, "There is no text " + id + ".");
    }
    bodies.putIfAbsent(id, stored.body());
    if (!stored.body().equals(body) && changed.putIfAbsent(id, body) == null) {
      bodies.put(id, body);
      rows.update(new Text(id, body, stored.createdAt(), stored.createdBy(), now, author));
    }
  }

  /** The source as it is kept. */
  Source.OfText filed(Source.OfText source) {
    if (source.text() <= 0) {
      return new Source.OfText(create(source.body(), author).id(), source.body());
    }
    return new Source.OfText(source.text(), bodies.getOrDefault(source.text(), source.body()));
  }

  /** The texts that have another body now, with it. */
  Map<Long, String> changed() {
    return changed;
  }
}
