package dev.facet.answer;

import dev.facet.query.DatasetTree;
import dev.facet.query.DatasetTree.Node.Leaf;
import dev.facet.query.DatasetTree.Source;
import dev.facet.query.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a screen with the leaves of trees in place of the trees, so that leaves are
 * asked side by side and alike ones once. Puts results together as they land; for one thread.
 */
final class Unfolding {
  private final List<Leaf> questions = new ArrayList<>();
  private final List<Whole> owners = new ArrayList<>();
  private final List<Integer> slots = new ArrayList<>();
  private final List<Whole> wholes = new ArrayList<>();
  private final BiFunction<DatasetTree, List<Result>, Result> together;
  private final ObjIntConsumer<Result> each;

  /** A question as it was asked, and the results it waits for. */
  private static final class Whole {
    private final @Nullable DatasetTree tree;
    private final int place;
    private final List<Result> results;
    private int open;

    Whole(@Nullable DatasetTree tree, int place, int leaves) {
      this.tree = tree;
      this.place = place;
      this.results = new ArrayList<>(Collections.nCopies(leaves, new Result.Unknown()));
      this.open = leaves;
    }
  }

  /**
   * @param queries trees among them have been resolved
   * @param together makes the results of a tree's leaves its own
   * @param each is given each result with the place of its query
   */
  Unfolding(
      List<Query> queries,
      BiFunction<DatasetTree, List<Result>, Result> together,
      ObjIntConsumer<Result> each) {
    this.together = together;
    this.each = each;
    for (int place = 0; place < queries.size(); place++) {
      DatasetTree tree = queries.get(place) instanceof DatasetTree found ? found : null;
      List<Leaf> leaves =
          tree == null ? List.of(new Leaf(queries.get(place), Source.PLAIN)) : tree.leaves();
      Whole whole = new Whole(tree, place, leaves.size());
      wholes.add(whole);
      for (int slot = 0; slot < leaves.size(); slot++) {
        questions.add(leaves.get(slot));
        owners.add(whole);
        slots.add(slot);
      }
    }
  }

  /** What is to be asked. */
  List<Query> questions() {
    return questions.stream().map(Leaf::query).toList();
  }

  /** Those of them for which what was computed before does not do. */
  Set<Query> anew() {
    return questions.stream()
        .filter(leaf -> leaf.source().anew())
        .map(Leaf::query)
        .collect(Collectors.toSet());
  }

  /** Tells of what needs no question. */
  void begin() {
    wholes.stream().filter(whole -> whole.open == 0).forEach(this::tell);
  }

  /** A question was answered. */
  void land(Result result, int question) {
    Whole whole = owners.get(question);
    whole.results.set(slots.get(question), result);
    whole.open--;
    if (whole.open == 0) {
      tell(whole);
    }
  }

  private void tell(Whole whole) {
    Result result =
        whole.tree == null ? whole.results.getFirst() : together.apply(whole.tree, whole.results);
    each.accept(result, whole.place);
  }
}
