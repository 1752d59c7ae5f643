package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import com.google.re2j.Pattern;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.HashMap;
import java.util.Map;

/** Functions of URLs: a pattern each. What is no URL gives an empty text. */
final class UrlFunctions {
  private static final String START = "^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//";
  private static final String USER = "(?:[^/?#@]*@)?";

  private UrlFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    part(table, "protocol", "^([a-zA-Z][a-zA-Z0-9+.-]*)://");
    part(table, "domain", START + USER + "([^/?#:]*)");
    part(table, "domainWithoutWWW", START + USER + "(?:www\\.)?([^/?#:]*)");
    part(table, "topLevelDomain", START + USER + "[^/?#:]*\\.([^/?#:.0-9]+)(?:[:/?#]|$)");
    part(table, "path", START + "[^/?#]*(/[^?#]*)");
    part(table, "pathFull", START + "[^/?#]*(/.*)");
    part(table, "queryString", "^[^?#]*\\?([^#]*)");
    part(table, "fragment", "^[^#]*#(.*)");
    part(table, "queryStringAndFragment", "^[^?#]*[?#](.*)");
    part(table, "netloc", START + "([^/?#]*)");
    cut(table, "cutQueryString", "\\?[^#]*", "");
    cut(table, "cutFragment", "#.*", "");
    cut(table, "cutQueryStringAndFragment", "[?#].*", "");
    cut(table, "cutWWW", "^([a-zA-Z][a-zA-Z0-9+.-]*://)www\\.", "\\1");
    add(table, "extractURLParameter", 2, 2, UrlFunctions::parameter);
    return table;
  }

  private static void part(Map<String, Definition> table, String name, String pattern) {
    add(table, name, 1, 1, a -> extracted(a, "(?s)" + pattern));
  }

  private static Expression extracted(Arguments arguments, String pattern) {
    Expression first = Expression.integer(1);
    return call(Function.EXTRACT, arguments.text(0), Expression.text(pattern), first);
  }

  private static void cut(Map<String, Definition> table, String name, String pattern, String by) {
    Expression what = Expression.text("(?s)" + pattern);
    Expression with = Expression.text(by);
    add(table, name, 1, 1, a -> call(Function.REWRITE_FIRST, a.text(0), what, with));
  }

  private static Expression parameter(Arguments arguments) {
    return extracted(arguments, "[?&]" + Pattern.quote(arguments.constantText(1)) + "=([^&#]*)");
  }
}
