package dev.facet.store.memory;

import dev.facet.model.Micros;
import dev.facet.plan.Expression;
import dev.facet.plan.StepMode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each function of plans computes. */
final class Functions {
  private Functions() {}

  /** The result; arguments of functions that pass nulls on are not null here. */
  static @Nullable Object apply(Expression.Call call, List<@Nullable Object> arguments) {
    return switch (call.function()) {
      case EQUAL -> compare(arguments) == 0;
      case LESS -> compare(arguments) < 0;
      case LESS_OR_EQUAL -> compare(arguments) <= 0;
      case AND -> firstOf(false, arguments);
      case OR -> firstOf(true, arguments);
      case NOT -> Boolean.FALSE.equals(arguments.get(0));
      case IS_NULL -> arguments.get(0) == null;
      case COALESCE -> arguments.stream().filter(Objects::nonNull).findFirst().orElse(null);
      case IF -> Boolean.TRUE.equals(arguments.get(0)) ? arguments.get(1) : arguments.get(2);
      case GREATEST -> Lists.max(arguments);
      case LEAST -> Lists.min(arguments);
      case LIST_OF -> arguments;
      default -> numbers(call, new Arguments(arguments));
    };
  }

  private static @Nullable Object numbers(Expression.Call call, Arguments of) {
    return switch (call.function()) {
      case ADD -> Numbers.arithmetic(of, BigInteger::add, (a, b) -> a + b);
      case SUBTRACT -> Numbers.arithmetic(of, BigInteger::subtract, (a, b) -> a - b);
      case MULTIPLY -> Numbers.arithmetic(of, BigInteger::multiply, (a, b) -> a * b);
      case SECONDS -> of.whole(0) / Micros.SECOND;
      case DIVIDE -> divide(of.number(0), of.number(1));
      case BIN -> bin(of.number(0), of.number(1), of.number(2), of.whole(3));
      case DRAW -> Texts.draw(of.text(0));
      case TO_TEXT -> Long.toString(of.whole(0));
      case TO_NUMBER -> of.number(0);
      case QUOTIENT -> Numbers.quotient(of);
      case REMAINDER -> Numbers.remainder(of);
      case SHARED_BITS -> of.whole(0) & of.whole(1);
      case FLOOR_DIVIDE -> Math.floorDiv(of.whole(0), of.whole(1));
      case ABSOLUTE -> Numbers.absolute(of.present(0));
      case FLOOR -> Math.floor(of.number(0));
      case CEILING -> Math.ceil(of.number(0));
      case ROUND -> Math.rint(of.number(0));
      case SQUARE_ROOT -> Math.sqrt(of.number(0));
      case EXPONENTIAL -> Math.exp(of.number(0));
      case LOGARITHM -> Math.log(of.number(0));
      case POWER -> Math.pow(of.number(0), of.number(1));
      case TO_WHOLE -> Numbers.whole(of.number(0));
      case PARSE_NUMBER -> Numbers.parse(of.text(0));
      case PARSE_WHOLE -> Numbers.parseWhole(of.text(0));
      case NUMBER_TEXT -> Numbers.text(of.number(0));
      case HEX -> Numbers.hex(of.whole(0));
      default -> texts(call, of);
    };
  }

  private static @Nullable Object texts(Expression.Call call, Arguments of) {
    return switch (call.function()) {
      case CONTAINS_IGNORE_CASE -> Texts.lower(of.text(0)).contains(Texts.lower(of.text(1)));
      case MATCHES -> Texts.matches(of.text(0), of.text(1));
      case TRIM_URL -> Texts.trimEnd(of.text(0), "/?#");
      case TRIM_SLASH -> Texts.trimSlash(of.text(0));
      case REPLACE_MATCHES -> Texts.replaceAll(of.text(0), of.text(1), of.text(2));
      case LENGTH -> Texts.length(of.text(0));
      case LOWER -> Texts.lower(of.text(0));
      case UPPER -> Texts.upper(of.text(0));
      case CONCAT -> Texts.join(of.values(), "");
      case SUBSTRING -> Texts.substring(of.text(0), of.whole(1), of.whole(2));
      case REPLACE -> Texts.replace(of.text(0), of.text(1), of.text(2));
      case REWRITE_ALL -> Texts.replaceMatches(of.text(0), of.text(1), of.text(2), true);
      case REWRITE_FIRST -> Texts.replaceMatches(of.text(0), of.text(1), of.text(2), false);
      case EXTRACT -> Texts.extract(of.text(0), of.text(1), of.whole(2));
      case EXTRACT_ALL -> Texts.extractAll(of.text(0), of.text(1), of.whole(2));
      case SPLIT -> Texts.split(of.text(0), of.text(1));
      case JOIN -> Texts.join(of.list(0), of.text(1));
      case STARTS_WITH -> of.text(0).startsWith(of.text(1));
      case ENDS_WITH -> of.text(0).endsWith(of.text(1));
      case POSITION -> Texts.position(of.text(0), of.text(1));
      case TRIM_START -> Texts.trimStart(of.text(0), of.text(1));
      case TRIM_END -> Texts.trimEnd(of.text(0), of.text(1));
      case PAD_START -> Texts.pad(of.text(0), of.whole(1), of.text(2), true);
      case PAD_END -> Texts.pad(of.text(0), of.whole(1), of.text(2), false);
      case REPEAT -> Texts.repeat(of.text(0), of.whole(1));
      case REVERSE -> Texts.reverse(of.text(0));
      case MD5 -> Texts.digest(of.text(0), "MD5");
      case SHA256 -> Texts.digest(of.text(0), "SHA-256");
      case HEX_BYTES -> HexFormat.of().withUpperCase().formatHex(Texts.bytes(of.text(0)));
      case BASE64 -> Base64.getEncoder().encodeToString(Texts.bytes(of.text(0)));
      default -> lists(call, of);
    };
  }

  private static @Nullable Object lists(Expression.Call call, Arguments of) {
    return switch (call.function()) {
      case ELEMENT -> Lists.element(of.list(0), of.whole(1));
      case SLICE -> Lists.slice(of.list(0), of.whole(1), of.whole(2));
      case SIZE -> (long) of.list(0).size();
      case HAS -> Lists.indexOf(of.list(0), of.present(1)) > 0;
      case INDEX_OF -> Lists.indexOf(of.list(0), of.present(1));
      case DISTINCT -> Lists.distinct(of.list(0));
      case REVERSE_LIST -> Lists.reverse(of.list(0));
      case APPEND -> Lists.append(of.values());
      case LIST_SUM -> Lists.sum(of.list(0), call.type());
      case LIST_MIN -> Lists.min(of.list(0));
      case LIST_MAX -> Lists.max(of.list(0));
      case RANGE -> Lists.range(of.whole(0), of.whole(1), of.whole(2));
      case STEPS_REACHED ->
          StepWalk.reached(
              of.list(0), of.list(1), of.whole(2), (int) of.whole(3), StepMode.of(of.whole(4)));
      default -> times(call, of);
    };
  }

  private static @Nullable Object times(Expression.Call call, Arguments of) {
    return switch (call.function()) {
      case TO_TIME -> Times.parse(of.text(0));
      case AS_TIME -> Dates.time(of.whole(0));
      case AS_DATE -> Dates.date(of.whole(0));
      case AS_WHOLE ->
          of.present(0) instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : of.present(0);
      case YEAR -> (long) Dates.day(of.whole(0)).getYear();
      case MONTH -> (long) Dates.day(of.whole(0)).getMonthValue();
      case DAY -> (long) Dates.day(of.whole(0)).getDayOfMonth();
      case ISO_WEEK -> Dates.isoWeek(of.whole(0));
      case ISO_YEAR -> Dates.isoYear(of.whole(0));
      case ADD_MONTHS -> Dates.addMonths(of.whole(0), of.whole(1));
      case IN_ZONE, INTERVAL -> of.present(0);
      default -> json(call, of);
    };
  }

  private static @Nullable Object json(Expression.Call call, Arguments of) {
    return switch (call.function()) {
      case JSON_OF -> Json.of(of.present(0));
      case JSON_KEY -> Json.key(of.text(0), of.text(1));
      case JSON_ELEMENT -> Json.element(of.text(0), of.whole(1));
      case JSON_TEXT -> Json.text(of.text(0));
      case JSON_TYPE -> Json.type(of.text(0));
      case JSON_SIZE -> Json.size(of.text(0));
      case JSON_LIST -> Json.list(of.text(0));
      case JSON_KEYS -> Json.keys(of.text(0));
      default -> throw new IllegalArgumentException("Nothing computes " + call.function());
    };
  }

  private static int compare(List<@Nullable Object> arguments) {
    return Comparison.compare(
        Objects.requireNonNull(arguments.get(0)), Objects.requireNonNull(arguments.get(1)));
  }

  /** {@code decisive} when an argument is it, its opposite when all are that, else null. */
  private static @Nullable Boolean firstOf(boolean decisive, List<@Nullable Object> arguments) {
    if (arguments.contains(decisive)) {
      return decisive;
    }
    return arguments.contains(null) ? null : (Boolean) !decisive;
  }

  private static @Nullable Double divide(double dividend, double divisor) {
    return divisor == 0 ? null : (Double) (dividend / divisor);
  }

  private static long bin(double number, double least, double greatest, long count) {
    double width = (greatest - least) / count;
    return width > 0 && Double.isFinite(width)
        ? Math.min(count - 1, (long) Math.floor((number - least) / width))
        : 0;
  }
}
