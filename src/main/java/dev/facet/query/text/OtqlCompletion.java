package dev.facet.query.text;

import dev.facet.dataset.object.Field;
import dev.facet.dataset.object.ObjectLink;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.query.otql.OtqlWriter;
import dev.facet.query.text.otql.OtqlLexer;
import dev.facet.query.type.PropertyTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What may be written next at a place of an OTQL text, however unfinished it is. */
public final class OtqlCompletion {
  private final List<Token> before;
  private final @Nullable ObjectType from;
  private final PropertyTypes properties;

  private OtqlCompletion(List<Token> before, @Nullable ObjectType from, PropertyTypes properties) {
    this.before = before;
    this.from = from;
    this.properties = properties;
  }

  /** Something that may be written. */
  public record Suggestion(Kind kind, String objectType, @Nullable String field) {

    /** What it is. */
    public enum Kind {
      OBJECT_TYPE,
      FIELD
    }
  }

  /**
   * The types or the fields that may stand at a place and begin with what stands there already.
   *
   * @param row from 1
   * @param column from 1: the cursor is before that character
   * @param properties those known of events and persons
   */
  public static List<Suggestion> at(String text, int row, int column, PropertyTypes properties) {
    OtqlLexer lexer = new OtqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> all = new ArrayList<>(lexer.getAllTokens());
    List<Token> before = all.stream().filter(token -> isBefore(token, row, column)).toList();
    String begun = "";
    if (!before.isEmpty() && isWord(before.getLast()) && touches(before.getLast(), row, column)) {
      Token word = before.getLast();
      String written = word.getText();
      int typed = Math.min(written.length(), column - 1 - word.getCharPositionInLine());
      begun = written.substring(0, typed).replace("`", "");
      before = before.subList(0, before.size() - 1);
    }
    return new OtqlCompletion(before, type(all, OtqlLexer.FROM), properties).suggested(begun);
  }

  private static boolean isBefore(Token token, int row, int column) {
    return token.getLine() < row
        || token.getLine() == row && token.getCharPositionInLine() < column - 1;
  }

  private static boolean touches(Token token, int row, int column) {
    return token.getLine() == row
        && token.getCharPositionInLine() + token.getText().length() >= column - 1;
  }

  private static boolean isWord(Token token) {
    String text = token.getText();
    return text.startsWith("`") || text.codePoints().allMatch(OtqlCompletion::isOfWord);
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** The type named after a keyword. */
  private static @Nullable ObjectType type(List<Token> tokens, int keyword) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).getType() == keyword) {
        return named(tokens.get(i + 1)).orElse(null);
      }
    }
    return null;
  }

  private static Optional<ObjectType> named(Token token) {
    return ObjectTree.type(token.getText().replace("`", ""));
  }

  private List<Suggestion> suggested(String begun) {
    int last = before.isEmpty() ? Token.EOF : before.getLast().getType();
    if (last == OtqlLexer.FROM || last == OtqlLexer.JOIN) {
      return ObjectTree.ALL.stream()
          .map(ObjectType::name)
          .filter(name -> startsWith(name, begun))
          .map(name -> new Suggestion(Suggestion.Kind.OBJECT_TYPE, name, null))
          .toList();
    }
    ObjectType type = around();
    return type == null || last == OtqlLexer.AT || last == Token.EOF
        ? List.of()
        : fields(type)
            .filter(name -> startsWith(name, begun))
            .map(name -> new Suggestion(Suggestion.Kind.FIELD, type.name(), OtqlWriter.name(name)))
            .toList();
  }

  private static boolean startsWith(String name, String begun) {
    return name.regionMatches(true, 0, begun, 0, begun.length());
  }

  private Stream<String> fields(ObjectType type) {
    Stream<String> fixed =
        Stream.concat(
            type.fields().stream().map(Field::name), type.links().stream().map(ObjectLink::name));
    if (!type.isOpen()) {
      return fixed;
    }
    String owner = type.equals(ObjectTree.USER_EVENT) ? PropertyTypes.EVENT : PropertyTypes.PERSON;
    var known = properties.byOwner().get(owner);
    Stream<String> more = known == null ? Stream.empty() : new TreeSet<>(known.keySet()).stream();
    return Stream.concat(fixed, more).distinct();
  }

  /** The type whose fields may stand after the words before. */
  private @Nullable ObjectType around() {
    Deque<ObjectType> open = new ArrayDeque<>();
    ObjectType type = from;
    for (int i = 0; i < before.size(); i++) {
      switch (before.get(i).getType()) {
        case OtqlLexer.JOIN ->
            type = i + 1 < before.size() ? named(before.get(i + 1)).orElse(null) : null;
        case OtqlLexer.OPEN_BRACE -> {
          if (type == null) {
            return null;
          }
          open.push(type);
          type = inside(type, i);
        }
        case OtqlLexer.CLOSE_BRACE -> type = open.isEmpty() ? type : open.pop();
        default -> {}
      }
    }
    return type;
  }

  /** The type that the braces opened at a place are about. */
  private ObjectType inside(ObjectType type, int place) {
    int i = place - 1;
    while (i > 0 && !(isWord(before.get(i)) && before.get(i - 1).getType() != OtqlLexer.AT)) {
      int depth = 0;
      do {
        int sign = before.get(i).getType();
        depth += sign == OtqlLexer.CLOSE ? 1 : sign == OtqlLexer.OPEN ? -1 : 0;
        i--;
      } while (i > 0 && depth > 0);
    }
    return i < 0
        ? type
        : type.link(before.get(i).getText().replace("`", "")).map(ObjectTree::target).orElse(type);
  }
}
