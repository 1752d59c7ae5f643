package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of texts; lengths and places count characters, also where ClickHouse counts bytes. */
final class TextFunctions {
  private static final String BLANKS = " \t\n\r\u000B\f";
  private static final int ANY = Integer.MAX_VALUE;

  private TextFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    one(table, "lower lcase lowerUTF8", Function.LOWER);
    one(table, "upper ucase upperUTF8", Function.UPPER);
    one(table, "SHA256", Function.SHA256);
    one(table, "MD5", Function.MD5);
    one(table, "base64Encode", Function.BASE64);
    add(table, "hex", 1, 1, TextFunctions::hex);
    add(table, "concat", 1, ANY, a -> new Expression.Call(Function.CONCAT, texts(a, 0)));
    add(table, "concatWithSeparator concat_ws", 2, ANY, TextFunctions::joined);
    add(table, "substring substr mid substringUTF8", 2, 3, TextFunctions::substring);
    add(table, "left leftUTF8", 2, 2, a -> substring(a, Expression.integer(1), a.whole(1)));
    add(table, "right rightUTF8", 2, 2, TextFunctions::right);
    add(table, "replace replaceAll", 3, 3, TextFunctions::replace);
    add(table, "replaceOne", 3, 3, TextFunctions::replaceOne);
    add(table, "replaceRegexpAll", 3, 3, a -> rewritten(Function.REWRITE_ALL, a));
    add(table, "replaceRegexpOne", 3, 3, a -> rewritten(Function.REWRITE_FIRST, a));
    add(table, "extract", 2, 2, a -> extracted(Function.EXTRACT, a));
    add(table, "extractGroups", 2, 2, TextFunctions::groupsOf);
    add(table, "countSubstrings", 2, 2, TextFunctions::counted);
    add(table, "extractAll", 2, 2, a -> extracted(Function.EXTRACT_ALL, a));
    add(table, "trim trimBoth", 1, 2, a -> trimmed(a, true, true));
    add(table, "ltrim trimLeft", 1, 2, a -> trimmed(a, true, false));
    add(table, "rtrim trimRight", 1, 2, a -> trimmed(a, false, true));
    add(table, "leftPad lpad leftPadUTF8", 2, 3, a -> padded(Function.PAD_START, a));
    add(table, "rightPad rpad rightPadUTF8", 2, 3, a -> padded(Function.PAD_END, a));
    add(table, "repeat", 2, 2, a -> call(Function.REPEAT, a.text(0), a.whole(1)));
    searches(table);
    return table;
  }

  private static void searches(Map<String, Definition> table) {
    two(table, "startsWith", Function.STARTS_WITH);
    two(table, "endsWith", Function.ENDS_WITH);
    two(table, "position locate positionUTF8", Function.POSITION);
    add(table, "positionCaseInsensitive positionCaseInsensitiveUTF8", 2, 2, TextFunctions::place);
    two(table, "match", Function.MATCHES);
    add(table, "like", 2, 2, a -> like(a, ""));
    add(table, "notLike", 2, 2, a -> call(Function.NOT, like(a, "")));
    add(table, "ilike", 2, 2, a -> like(a, "i"));
    add(table, "notILike", 2, 2, a -> call(Function.NOT, like(a, "i")));
    add(table, "splitByRegexp", 2, 2, TextFunctions::splitByPattern);
    add(table, "splitByChar splitByString", 2, 2, TextFunctions::split);
    add(table, "multiSearchAny", 2, 2, a -> multiSearch(a, false));
    add(table, "multiSearchAnyCaseInsensitive", 2, 2, a -> multiSearch(a, true));
  }

  private static void one(Map<String, Definition> table, String names, Function function) {
    add(table, names, 1, 1, a -> call(function, a.text(0)));
  }

  private static void two(Map<String, Definition> table, String names, Function function) {
    add(table, names, 2, 2, a -> call(function, a.text(0), a.text(1)));
  }

  private static List<Expression> texts(Arguments arguments, int from) {
    List<Expression> texts = new ArrayList<>();
    for (int i = from; i < arguments.size(); i++) {
      texts.add(arguments.text(i));
    }
    return texts;
  }

  /** The digits of a digest are the hexadecimal digits of its bytes. */
  private static Expression hex(Arguments arguments) {
    Expression value = arguments.get(0);
    boolean isDigest =
        value instanceof Expression.Call digest
            && (digest.function() == Function.MD5 || digest.function() == Function.SHA256);
    if (isDigest) {
      return call(Function.UPPER, value);
    }
    return value.type().isNumeric()
        ? call(Function.HEX, arguments.whole(0))
        : call(Function.HEX_BYTES, arguments.text(0));
  }

  private static Expression joined(Arguments arguments) {
    Expression list = new Expression.Call(Function.LIST_OF, texts(arguments, 1));
    return call(Function.JOIN, list, arguments.text(0));
  }

  private static Expression substring(Arguments arguments) {
    boolean all = arguments.size() < 3;
    Expression count = all ? Expression.integer(Integer.MAX_VALUE) : arguments.whole(2);
    return substring(arguments, arguments.whole(1), count);
  }

  private static Expression substring(Arguments arguments, Expression from, Expression count) {
    return call(Function.SUBSTRING, arguments.text(0), from, count);
  }

  private static Expression right(Arguments arguments) {
    Expression text = arguments.text(0);
    Expression count = call(Function.LEAST, arguments.whole(1), call(Function.LENGTH, text));
    Expression from = call(Function.SUBTRACT, Expression.integer(0), count);
    return call(Function.SUBSTRING, text, from, count);
  }

  private static Expression replace(Arguments arguments) {
    return call(Function.REPLACE, arguments.text(0), arguments.text(1), arguments.text(2));
  }

  private static Expression replaceOne(Arguments arguments) {
    String what = Pattern.quote(arguments.constantText(1));
    String by = arguments.constantText(2).replace("\\", "\\\\");
    return call(
        Function.REWRITE_FIRST, arguments.text(0), Expression.text(what), Expression.text(by));
  }

  private static Expression rewritten(Function function, Arguments arguments) {
    int groups = groups(arguments);
    String by = arguments.constantText(2);
    for (int i = by.indexOf('\\'); i >= 0; i = by.indexOf('\\', i + 2)) {
      char next = i + 1 < by.length() ? by.charAt(i + 1) : ' ';
      if (next != '\\' && !(next >= '0' && next - '0' <= Math.min(9, groups))) {
        throw arguments.refused(
            "in \"%s\", a \\ stands before a group of the pattern (0 to %d) or another \\."
                .formatted(by, groups));
      }
    }
    return call(function, arguments.text(0), arguments.get(1), Expression.text(by));
  }

  /** How many groups a pattern has, which must compile. */
  private static int groups(Arguments arguments) {
    return compiled(arguments.constantText(1), arguments).groupCount();
  }

  private static Pattern compiled(String pattern, Arguments arguments) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException malformed) {
      throw arguments.refused("\"%s\" is no regular expression of RE2 syntax.".formatted(pattern));
    }
  }

  /** The first group, or the whole match where the pattern has none. */
  private static Expression extracted(Function function, Arguments arguments) {
    Expression group = Expression.integer(Math.min(1, groups(arguments)));
    return call(function, arguments.text(0), arguments.get(1), group);
  }

  /** What each group of the first match has; nothing where there is no match. */
  private static Expression groupsOf(Arguments arguments) {
    int groups = groups(arguments);
    if (groups == 0) {
      throw arguments.refused("the pattern has no groups; extract gives the whole match.");
    }
    List<Expression> parts = new ArrayList<>();
    for (int i = 1; i <= groups; i++) {
      Expression group = Expression.integer(i);
      parts.add(call(Function.EXTRACT, arguments.text(0), arguments.get(1), group));
    }
    return Types.choose(
        call(Function.MATCHES, arguments.text(0), arguments.get(1)),
        new Expression.Call(Function.LIST_OF, parts),
        new Expression.Literal(List.of(), Type.TEXTS));
  }

  /** How often one text stands in another without overlapping. */
  private static Expression counted(Arguments arguments) {
    Expression text = arguments.text(0);
    Expression part = arguments.text(1);
    Expression without = call(Function.REPLACE, text, part, Expression.text(""));
    Expression fewer =
        call(Function.SUBTRACT, call(Function.LENGTH, text), call(Function.LENGTH, without));
    return call(Function.QUOTIENT, fewer, call(Function.LENGTH, part));
  }

  private static Expression trimmed(Arguments arguments, boolean start, boolean end) {
    Expression characters = arguments.size() > 1 ? arguments.text(1) : Expression.text(BLANKS);
    Expression text = arguments.text(0);
    Expression begun = start ? call(Function.TRIM_START, text, characters) : text;
    return end ? call(Function.TRIM_END, begun, characters) : begun;
  }

  private static Expression padded(Function function, Arguments arguments) {
    Expression with = arguments.size() > 2 ? arguments.text(2) : Expression.text(" ");
    return call(function, arguments.text(0), arguments.whole(1), with);
  }

  private static Expression place(Arguments arguments) {
    return call(
        Function.POSITION,
        call(Function.LOWER, arguments.text(0)),
        call(Function.LOWER, arguments.text(1)));
  }

  /** {@code %} any characters, {@code _} one, a backslash takes the next as it is. */
  private static Expression like(Arguments arguments, String flags) {
    int[] pattern = arguments.constantText(1).codePoints().toArray();
    StringBuilder regex = new StringBuilder("(?s" + flags + ")^");
    for (int i = 0; i < pattern.length; i++) {
      boolean escaped = pattern[i] == '\\' && i + 1 < pattern.length;
      i += escaped ? 1 : 0;
      String quoted = Pattern.quote(Character.toString(pattern[i]));
      regex.append(
          !escaped && pattern[i] == '%' ? ".*" : !escaped && pattern[i] == '_' ? "." : quoted);
    }
    return call(Function.MATCHES, arguments.text(0), Expression.text(regex + "$"));
  }

  /** ClickHouse has the separator first. */
  private static Expression split(Arguments arguments) {
    return call(Function.SPLIT, arguments.text(1), Expression.text(arguments.constantText(0)));
  }

  /** Each match gives way to a mark that nobody types, and marks are what is split by. */
  private static Expression splitByPattern(Arguments arguments) {
    String pattern = arguments.constantText(0);
    compiled(pattern, arguments);
    Expression mark = Expression.text(pattern.isEmpty() ? "" : "\u001f");
    Expression text = arguments.text(1);
    Expression marked =
        pattern.isEmpty()
            ? text
            : call(Function.REPLACE_MATCHES, text, Expression.text(pattern), mark);
    return call(Function.SPLIT, marked, mark);
  }

  private static Expression multiSearch(Arguments arguments, boolean ignoreCase) {
    Expression.Variable one = new Expression.Variable("searched", Type.TEXT);
    Expression text = arguments.text(0);
    Expression place = call(Function.POSITION, text, one);
    Expression found =
        ignoreCase
            ? call(Function.CONTAINS_IGNORE_CASE, text, one)
            : call(Function.LESS, Expression.integer(0), place);
    if (arguments.element(1) != Type.TEXT) {
      throw arguments.wrong(1, "a list of texts");
    }
    return new Expression.Each(
        Expression.Each.Kind.EXISTS, List.of(one), List.of(arguments.list(1)), found);
  }
}
