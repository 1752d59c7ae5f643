package dev.facet.query.text.odata;

import dev.facet.model.FailureException;
import dev.facet.model.Nearest;
import dev.facet.query.text.odata.Expression.Call;
import dev.facet.query.text.odata.Expression.Comparison;
import dev.facet.query.text.odata.Expression.In;
import dev.facet.query.text.odata.Expression.Literal;
import dev.facet.query.text.odata.Expression.Not;
import dev.facet.query.text.odata.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads filters. From the closest to the loosest: {@code not}, {@code in}, {@code gt ge lt le},
 * {@code eq ne}, {@code and}, {@code or}.
 */
public final class FilterText {
  private static final int MAX_DEPTH = 100;

  private final Source source;
  private final Schema schema;
  private final Words words;
  private int depth;

  private FilterText(Source source, Schema schema) {
    this.source = source;
    this.schema = schema;
    this.words = new Words(source);
  }

  /**
   * The condition that a text states.
   *
   * @param path where the text stands in the request
   */
  public static Expression parse(String text, Schema schema, String path) {
    FilterText filter = new FilterText(new Source(text, path), schema);
    int from = filter.words.peek().at();
    Expression whole = filter.or();
    filter.words.expectEnd();
    return filter.truth(whole, from);
  }

  private Expression or() {
    return joined("or", this::and, Expression.Or::new);
  }

  private Expression and() {
    return joined("and", this::sameness, Expression.And::new);
  }

  private Expression joined(
      String word, Supplier<Expression> part, Function<List<Expression>, Expression> join) {
    int from = words.peek().at();
    Expression first = part.get();
    if (!words.peek().is(word)) {
      return first;
    }
    List<Expression> terms = new ArrayList<>(List.of(truth(first, from)));
    while (words.peek().is(word)) {
      words.operator();
      int next = words.peek().at();
      terms.add(truth(part.get(), next));
    }
    return join.apply(terms);
  }

  private Expression sameness() {
    return compared(this::size, false);
  }

  private Expression size() {
    return compared(this::among, true);
  }

  private Expression compared(Supplier<Expression> part, boolean ofSize) {
    Expression left = part.get();
    int before = depth;
    for (Optional<Operator> next = comparing(ofSize); next.isPresent(); next = comparing(ofSize)) {
      deeper();
      Token word = words.operator();
      Expression right = part.get();
      requireLike(word, left, right);
      left = new Comparison(next.get(), left, right);
    }
    depth = before;
    return left;
  }

  private Optional<Operator> comparing(boolean ofSize) {
    return words.peek().is(Kind.NAME)
        ? Operator.of(words.peek().text()).filter(each -> each.isOfSize() == ofSize)
        : Optional.empty();
  }

  private Expression among() {
    Expression value = not();
    if (!words.peek().is("in")) {
      return value;
    }
    Token word = words.operator();
    words.expect(Kind.OPEN);
    List<Literal> list = new ArrayList<>();
    do {
      list.add(listed(word, value));
    } while (words.skip(Kind.COMMA));
    words.expect(Kind.CLOSE);
    return new In(value, list);
  }

  private Literal listed(Token in, Expression value) {
    Token token = words.next();
    Literal literal =
        Literals.of(token)
            .orElseThrow(
                () ->
                    source.mistake(token.at(), "a list holds values, not " + token.phrase() + "."));
    requireLike(in, value, literal);
    return literal;
  }

  private Expression not() {
    if (!words.peek().is("not")) {
      return value();
    }
    words.operator();
    int from = words.peek().at();
    deeper();
    Expression term = truth(not(), from);
    depth--;
    return new Not(term);
  }

  private Expression value() {
    Token token = words.next();
    if (token.is(Kind.OPEN)) {
      deeper();
      Expression inner = or();
      depth--;
      words.expect(Kind.CLOSE);
      return inner;
    }
    return Literals.of(token)
        .<Expression>map(literal -> literal)
        .or(() -> call(token))
        .orElseGet(() -> field(token));
  }

  private Optional<Expression> call(Token name) {
    if (!name.is(Kind.NAME) || !words.peek().is(Kind.OPEN)) {
      return Optional.empty();
    }
    TextFunction function = TextFunction.of(name.text()).orElseThrow(() -> unknownFunction(name));
    words.expect(Kind.OPEN);
    deeper();
    List<Expression> arguments = new ArrayList<>();
    do {
      int from = words.peek().at();
      arguments.add(text(or(), from));
    } while (words.skip(Kind.COMMA));
    depth--;
    words.expect(Kind.CLOSE);
    if (arguments.size() != function.arguments()) {
      throw source.mistake(
          name.at(),
          "%s takes %d values, not %d."
              .formatted(function.word(), function.arguments(), arguments.size()));
    }
    return Optional.of(new Call(function, arguments));
  }

  private FailureException unknownFunction(Token name) {
    List<String> all = TextFunction.words();
    return source.mistake(
        name.at(),
        "there is no function \"%s\"; there are %s."
            .formatted(name.shown(), String.join(", ", all)));
  }

  private Expression field(Token name) {
    if (!name.is(Kind.NAME) || isReserved(name.text())) {
      throw source.mistake(name.at(), "a value is expected here, not " + name.phrase() + ".");
    }
    return schema
        .field(name.text())
        .orElseThrow(
            () ->
                source.mistake(
                    name.at(),
                    "there is no field \"%s\"%s; text stands in single quotes."
                        .formatted(name.shown(), Nearest.hint(name.text(), schema.names()))));
  }

  private static boolean isReserved(String word) {
    return Set.of("and", "or", "not", "in").contains(word) || Operator.of(word).isPresent();
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      throw source.mistake(words.peek().at(), "a filter has at most " + MAX_DEPTH + " levels.");
    }
  }

  private void requireLike(Token word, Expression left, Expression right) {
    if (!left.type().isLike(right.type())) {
      throw source.mistake(
          word.at(),
          "\"%s\" compares like with like, not %s with %s."
              .formatted(word.text(), left.type().phrase(), right.type().phrase()));
    }
  }

  private Expression truth(Expression expression, int from) {
    return required(expression, ValueType.TRUTH, from);
  }

  private Expression text(Expression expression, int from) {
    return expression.type() == ValueType.NOTHING
        ? expression
        : required(expression, ValueType.TEXT, from);
  }

  private Expression required(Expression expression, ValueType type, int from) {
    if (expression.type() != type) {
      throw source.mistake(
          from,
          "%s is expected here, not %s.".formatted(type.phrase(), expression.type().phrase()));
    }
    return expression;
  }
}
