package dev.facet.query.text;

import dev.facet.model.Values;
import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Name;
import dev.facet.query.text.otql.OtqlParser.ArgumentContext;
import dev.facet.query.text.otql.OtqlParser.BooleanContext;
import dev.facet.query.text.otql.OtqlParser.DirectiveContext;
import dev.facet.query.text.otql.OtqlParser.ListContext;
import dev.facet.query.text.otql.OtqlParser.NameContext;
import dev.facet.query.text.otql.OtqlParser.NumberContext;
import dev.facet.query.text.otql.OtqlParser.ObjectContext;
import dev.facet.query.text.otql.OtqlParser.ParameterContext;
import dev.facet.query.text.otql.OtqlParser.TextContext;
import dev.facet.query.text.otql.OtqlParser.ValueContext;
import dev.facet.query.text.otql.OtqlParser.WordContext;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;

/** From parsed names, values and directives to the tree. */
final class OtqlLiterals {
  private final Place origin;

  OtqlLiterals(Place origin) {
    this.origin = origin;
  }

  Place place(ParserRuleContext context) {
    return OtqlMistakes.place(origin, context.getStart());
  }

  Name name(NameContext context) {
    return new Name(plain(context.getText()), place(context));
  }

  private Name name(WordContext context) {
    return new Name(plain(context.getText()), place(context));
  }

  private static String plain(String written) {
    return written.startsWith("`") ? unquoted(written) : written;
  }

  List<Directive> directives(List<DirectiveContext> contexts) {
    return contexts.stream().map(this::directive).toList();
  }

  Directive directive(DirectiveContext context) {
    List<Directive.Argument> arguments = context.argument().stream().map(this::argument).toList();
    Directive directive =
        new Directive(plain(context.word().getText()), arguments, null, place(context));
    return directive
        .argument("clause")
        .filter(Literal.Text.class::isInstance)
        .map(Literal.Text.class::cast)
        .map(text -> withClause(directive, text))
        .orElse(directive);
  }

  /** The text is read where it stands: its first character follows the quote. */
  private static Directive withClause(Directive directive, Literal.Text clause) {
    Place quote = clause.place();
    return new Directive(
        directive.name(),
        directive.arguments(),
        OtqlText.condition(clause.text(), new Place(quote.line(), quote.column() + 1)),
        directive.place());
  }

  private Directive.Argument argument(ArgumentContext context) {
    return new Directive.Argument(name(context.word()), literal(context.value()));
  }

  Literal literal(ValueContext context) {
    Place place = place(context);
    return switch (context) {
      case TextContext text -> new Literal.Text(unquoted(text.getText()), place);
      case NumberContext number -> new Literal.Number(number(number.getText(), place), place);
      case BooleanContext flag -> new Literal.Bool(flag.TRUE() != null, place);
      case ParameterContext parameter -> parameter(parameter.getText(), place);
      case ListContext list ->
          new Literal.Many(list.value().stream().map(this::literal).toList(), place);
      case ObjectContext object ->
          new Literal.Named(object.argument().stream().map(this::argument).toList(), place);
      default -> throw new IllegalStateException("No literal: " + context.getClass());
    };
  }

  private static Literal parameter(String written, Place place) {
    if (!written.startsWith("$")) {
      throw Mistake.parsing(
          place,
          "\"" + written + "\" is no value; texts stand in quotes, parameters start with $.");
    }
    return new Literal.Parameter(written.substring(1), place);
  }

  /** A Long where it is whole and not too large. */
  private static Number number(String written, Place place) {
    double value = Double.parseDouble(written);
    if (!Double.isFinite(value)) {
      throw Mistake.parsing(place, "the number " + written + " is too large.");
    }
    if (written.matches("[-+]?[0-9]{1,18}")) {
      return Long.parseLong(written);
    }
    return (Number) Objects.requireNonNull(Values.canonical(value));
  }

  /** What stands between the quotes; a backslash takes the next character as it is. */
  private static String unquoted(String written) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < written.length() - 1; i++) {
      char c = written.charAt(i);
      if (c == '\\') {
        i++;
        text.append(escaped(written.charAt(i)));
      } else {
        text.append(c);
      }
    }
    return Values.storable(text.toString());
  }

  private static char escaped(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }
}
