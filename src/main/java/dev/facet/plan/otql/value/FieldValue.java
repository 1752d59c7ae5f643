package dev.facet.plan.otql.value;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.object.Field;
import dev.facet.dataset.object.Field.Kind;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.query.Definitions;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import org.jspecify.annotations.Nullable;

/**
 * What expressions can read of a field.
 *
 * @param text the value as text; JSON where it is a list or object
 * @param number the value as a number, null where it is none
 * @param time of fields that are times, else null
 * @param mayBeList whether the text may be a JSON list, each element of which is a value
 */
public record FieldValue(
    Kind kind, Expression text, Expression number, @Nullable Expression time, boolean mayBeList) {

  /** The value of a field of the rows of a type. */
  public static FieldValue of(Field field, ObjectType type, Plan rows, Definitions definitions) {
    if (field.kind() == Kind.PROPERTY) {
      return property(field.source(), type, rows, definitions.propertyTypes());
    }
    Expression column = rows.column(field.source());
    return switch (field.kind()) {
      case TEXT -> ofText(column);
      case WHOLE ->
          single(Kind.WHOLE, call(Function.TO_TEXT, column), call(Function.TO_NUMBER, column));
      case NUMBER -> single(Kind.NUMBER, call(Function.NUMBER_TEXT, column), column);
      case FLAG -> single(Kind.FLAG, flag(column), new Expression.Literal(null, Type.NUMBER));
      case TIMESTAMP, DATE -> ofTime(field.kind(), column);
      case PROPERTY -> throw new IllegalStateException("Read before: " + field);
    };
  }

  /** A value that stands alone. */
  public static FieldValue ofText(Expression text) {
    return single(Kind.TEXT, text, call(Function.PARSE_NUMBER, text));
  }

  private static FieldValue single(Kind kind, Expression text, Expression number) {
    return new FieldValue(kind, text, number, null, false);
  }

  private static Expression flag(Expression column) {
    Expression word = Times.choose(column, Expression.text("true"), Expression.text("false"));
    return Times.choose(call(Function.IS_NULL, column), Expression.text(null), word);
  }

  private static FieldValue ofTime(Kind kind, Expression time) {
    Expression millis = Times.millis(time);
    Expression text = kind == Kind.DATE ? Times.iso(time) : call(Function.TO_TEXT, millis);
    return new FieldValue(kind, text, call(Function.TO_NUMBER, millis), time, false);
  }

  private static FieldValue property(String key, ObjectType type, Plan rows, PropertyTypes types) {
    Expression object = rows.column(ObjectTree.PROPERTIES);
    String owner = type.equals(ObjectTree.USER_EVENT) ? PropertyTypes.EVENT : PropertyTypes.PERSON;
    PropertyType learned = types.of(owner, key);
    boolean isText = learned == null || learned == PropertyType.STRING;
    return new FieldValue(
        Kind.PROPERTY,
        new Expression.Property(object, key, Type.TEXT),
        new Expression.Property(object, key, Type.NUMBER),
        null,
        isText && !types.isPlain(owner, key));
  }

  /** The value as a time. */
  public Expression asTime() {
    return time == null ? call(Function.TO_TIME, text) : time;
  }
}
