package dev.facet.plan.fact;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Literal;
import dev.facet.plan.Expression.Reference;
import dev.facet.plan.Function;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the column that a value is computed from lies when the value lies between two whole
 * numbers, both included.
 *
 * @param isExact whether the value lies there for every such number of the column
 */
public record Preimage(Reference column, long least, long greatest, boolean isExact) {
  public static final long FIRST_TIME = -62_167_219_200_000_000L;
  public static final long LAST_TIME = 253_402_300_799_999_999L;
  public static final long FIRST_DATE = -719_528;
  public static final long LAST_DATE = 2_932_896;

  /** Farther than any time or date is, and far from the end of the numbers. */
  private static final long FAR = Long.MAX_VALUE / 8;

  /** A stretch of values on the way from the result to the column. */
  private record Stretch(long least, long greatest, boolean isExact) {
    Stretch within(long first, long last) {
      return new Stretch(Math.max(least, first), Math.min(greatest, last), isExact);
    }

    /** Before something between the bounds was added. */
    Stretch less(Bounds added) {
      boolean exact = isExact && added.least() == added.greatest() && added.isNeverNull();
      return new Stretch(minus(least, added.greatest()), minus(greatest, added.least()), exact);
    }

    Stretch plus(Bounds taken) {
      boolean exact = isExact && taken.least() == taken.greatest() && taken.isNeverNull();
      return new Stretch(minus(least, -taken.least()), minus(greatest, -taken.greatest()), exact);
    }

    /** Open ends stay open. */
    private static long minus(long end, long by) {
      return end < -FAR || end > FAR ? end : end - by;
    }

    /** Before a division by so much, rounded down. */
    Stretch divided(long by) {
      return new Stretch(
          least < -FAR / by ? Long.MIN_VALUE : least * by,
          greatest > FAR / by ? Long.MAX_VALUE : greatest * by + by - 1,
          isExact);
    }

    /** Before a multiplication with so much. */
    Stretch multiplied(long by) {
      return new Stretch(
          least < -FAR ? least : Math.ceilDiv(least, by),
          greatest > FAR ? greatest : Math.floorDiv(greatest, by),
          isExact);
    }

    /** Days of years. */
    Stretch years() {
      return new Stretch(
          LocalDate.of((int) Math.clamp(least, 0, 9999), 1, 1).toEpochDay(),
          LocalDate.of((int) Math.clamp(greatest, 0, 9999), 12, 31).toEpochDay(),
          isExact && least <= 9999 && greatest >= 0);
    }
  }

  /** Empty when the value is not made of one column in a way that keeps order. */
  public static Optional<Preimage> of(Expression value, long least, long greatest) {
    return of(value, new Stretch(least, greatest, true));
  }

  private static Optional<Preimage> of(Expression value, Stretch stretch) {
    return switch (value) {
      case Reference column ->
          Optional.of(new Preimage(column, stretch.least(), stretch.greatest(), stretch.isExact()));
      case Expression.Call(Function function, List<Expression> arguments) -> {
        Stretch before = before(function, arguments, stretch);
        yield before == null ? Optional.empty() : of(arguments.getFirst(), before);
      }
      default -> Optional.empty();
    };
  }

  /** Where the first argument lies; null when that cannot be told. */
  private static @Nullable Stretch before(
      Function function, List<Expression> arguments, Stretch stretch) {
    return switch (function) {
      case AS_WHOLE -> arguments.getFirst().type() == Type.BOOLEAN ? null : stretch;
      case IN_ZONE -> stretch;
      case AS_TIME -> stretch.within(FIRST_TIME, LAST_TIME);
      case AS_DATE -> stretch.within(FIRST_DATE, LAST_DATE);
      case ADD -> isWhole(arguments) ? known(arguments.get(1), stretch::less) : null;
      case SUBTRACT -> isWhole(arguments) ? known(arguments.get(1), stretch::plus) : null;
      case FLOOR_DIVIDE -> positive(arguments.get(1), stretch::divided);
      case MULTIPLY -> isWhole(arguments) ? positive(arguments.get(1), stretch::multiplied) : null;
      case YEAR -> arguments.getFirst().type() == Type.DATE ? stretch.years() : null;
      default -> null;
    };
  }

  private static boolean isWhole(List<Expression> arguments) {
    return arguments.stream().allMatch(argument -> argument.type() == Type.INTEGER);
  }

  private interface Bounded {
    Stretch before(Bounds bounds);
  }

  private static @Nullable Stretch known(Expression other, Bounded step) {
    Bounds bounds = Bounds.of(other, List.of());
    return bounds.isFar() ? null : step.before(bounds);
  }

  private interface Factored {
    Stretch before(long factor);
  }

  private static @Nullable Stretch positive(Expression other, Factored step) {
    return other instanceof Literal(Long factor, var _) && factor > 0 ? step.before(factor) : null;
  }
}
