package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Bound;
import dev.facet.query.Syntax.BoundKind;
import dev.facet.query.Syntax.Frame;
import dev.facet.query.Syntax.FrameUnit;
import dev.facet.query.text.hogql.HogqlParser;
import dev.facet.query.text.hogql.HogqlParser.BoundContext;
import dev.facet.query.text.hogql.HogqlParser.FrameContext;
import dev.facet.query.text.hogql.HogqlParser.WindowContext;
import org.jspecify.annotations.Nullable;

/** OVER and WINDOW: which rows a window function sees. */
final class HogqlWindows {
  private final HogqlReading reading;
  private final HogqlStatements statements;
  private final HogqlExpressions expressions;

  HogqlWindows(HogqlReading reading, HogqlStatements statements, HogqlExpressions expressions) {
    this.reading = reading;
    this.statements = statements;
    this.expressions = expressions;
  }

  Syntax.NamedWindow named(HogqlParser.NamedWindowContext context) {
    return new Syntax.NamedWindow(
        HogqlNames.of(context.identifier()), window(context.window()), reading.place(context));
  }

  Syntax.Over over(HogqlParser.OverContext context) {
    return context.window() == null
        ? new Syntax.Over(HogqlNames.of(context.identifier()), null)
        : new Syntax.Over(null, window(context.window()));
  }

  private Syntax.Window window(WindowContext context) {
    return new Syntax.Window(
        context.identifier() == null ? null : HogqlNames.of(context.identifier()),
        expressions.all(context.expressions()),
        statements.orders(context.order()),
        frame(context.frame()));
  }

  private @Nullable Frame frame(@Nullable FrameContext context) {
    if (context == null) {
      return null;
    }
    FrameUnit unit =
        switch (context.unit.getType()) {
          case HogqlParser.ROWS -> FrameUnit.ROWS;
          case HogqlParser.RANGE -> FrameUnit.RANGE;
          default -> FrameUnit.GROUPS;
        };
    Bound start = bound(context.bound(0));
    Bound end =
        context.bound().size() == 2
            ? bound(context.bound(1))
            : new Bound(BoundKind.CURRENT_ROW, null);
    return new Frame(unit, start, end, reading.place(context));
  }

  private Bound bound(BoundContext context) {
    return switch (context) {
      case HogqlParser.BoundEndContext end ->
          new Bound(
              end.PRECEDING() != null
                  ? BoundKind.UNBOUNDED_PRECEDING
                  : BoundKind.UNBOUNDED_FOLLOWING,
              null);
      case HogqlParser.BoundCurrentContext ignored -> new Bound(BoundKind.CURRENT_ROW, null);
      case HogqlParser.BoundOffsetContext offset ->
          new Bound(
              offset.PRECEDING() != null ? BoundKind.PRECEDING : BoundKind.FOLLOWING,
              expressions.sum(offset.sum()));
      default -> throw new IllegalStateException("No bound in " + context.getText());
    };
  }
}
