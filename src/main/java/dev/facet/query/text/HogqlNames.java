package dev.facet.query.text;

import dev.facet.query.text.hogql.HogqlParser.AnyNameContext;
import dev.facet.query.text.hogql.HogqlParser.ExcludeContext;
import dev.facet.query.text.hogql.HogqlParser.IdentifierContext;
import dev.facet.query.text.hogql.HogqlParser.PlainNameContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Names, with or without quotes. */
final class HogqlNames {
  private HogqlNames() {}

  static String of(IdentifierContext context) {
    return text(context);
  }

  static String of(AnyNameContext context) {
    return text(context);
  }

  static String of(PlainNameContext context) {
    return text(context);
  }

  static List<String> of(List<IdentifierContext> contexts) {
    return contexts.stream().map(HogqlNames::of).toList();
  }

  static List<String> excluded(@Nullable ExcludeContext context) {
    return context == null ? List.of() : of(context.identifier());
  }

  private static String text(ParserRuleContext context) {
    String text = context.getText();
    boolean quoted = text.startsWith("`") || text.startsWith("\"");
    return quoted ? HogqlLiterals.unquote(text) : text;
  }
}
