package dev.facet.query.text.odata;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlPropertyRef;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.core.edm.EdmProviderImpl;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;
import org.apache.olingo.server.core.uri.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Filters as Apache Olingo reads them, applied to rows in the plainest way. */
final class Olingo {
  private static final String SPACE = "facet";
  private static final FullQualifiedName BOARD = new FullQualifiedName(SPACE, "Board");
  private static final FullQualifiedName ALL = new FullQualifiedName(SPACE, "Container");

  private final Edm edm = new EdmProviderImpl(new Boards());
  private final OData odata = OData.newInstance();

  /** The filter as Olingo's tree. */
  Expression parse(String filter) throws ODataLibraryException {
    String query =
        "$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
    return new Parser(edm, odata)
        .parseUri("boards", query, null, "http://127.0.0.1")
        .getFilterOption()
        .getExpression();
  }

  /** Whether the row passes; values as ours. */
  boolean holds(Expression filter, Map<String, Object> row) throws Exception {
    return Boolean.TRUE.equals(filter.accept(new Row(row)));
  }

  private static final class Boards extends CsdlAbstractEdmProvider {
    @Override
    public CsdlEntityType getEntityType(FullQualifiedName name) {
      List<CsdlProperty> properties =
          List.of(
              property("id", EdmPrimitiveTypeKind.String),
              property("name", EdmPrimitiveTypeKind.String),
              property("description", EdmPrimitiveTypeKind.String),
              property("type", EdmPrimitiveTypeKind.String),
              property("createdAt", EdmPrimitiveTypeKind.DateTimeOffset),
              property("updatedAt", EdmPrimitiveTypeKind.DateTimeOffset),
              property("refreshInterval", EdmPrimitiveTypeKind.Int32),
              property("widgetCount", EdmPrimitiveTypeKind.Int32));
      return new CsdlEntityType()
          .setName("Board")
          .setProperties(properties)
          .setKey(List.of(new CsdlPropertyRef().setName("id")));
    }

    private static CsdlProperty property(String name, EdmPrimitiveTypeKind kind) {
      return new CsdlProperty().setName(name).setType(kind.getFullQualifiedName());
    }

    @Override
    public CsdlEntitySet getEntitySet(FullQualifiedName container, String name) {
      return new CsdlEntitySet().setName("boards").setType(BOARD);
    }

    @Override
    public CsdlEntityContainer getEntityContainer() {
      return new CsdlEntityContainer()
          .setName(ALL.getName())
          .setEntitySets(List.of(getEntitySet(ALL, "boards")));
    }

    @Override
    public org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo
        getEntityContainerInfo(FullQualifiedName name) {
      return new org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo()
          .setContainerName(ALL);
    }

    @Override
    public List<CsdlSchema> getSchemas() {
      return List.of(
          new CsdlSchema()
              .setNamespace(SPACE)
              .setEntityTypes(List.of(getEntityType(BOARD)))
              .setEntityContainer(getEntityContainer()));
    }
  }

  /** Works out Olingo's trees over one row. */
  private record Row(Map<String, Object> row) implements ExpressionVisitor<@Nullable Object> {
    @Override
    public @Nullable Object visitBinaryOperator(
        BinaryOperatorKind operator, @Nullable Object left, @Nullable Object right) {
      return switch (operator) {
        case AND -> Boolean.TRUE.equals(left) && Boolean.TRUE.equals(right);
        case OR -> Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right);
        case EQ -> compare(left, right) == 0;
        case NE -> compare(left, right) != 0;
        case GT -> left != null && right != null && compare(left, right) > 0;
        case GE -> left != null && right != null && compare(left, right) >= 0;
        case LT -> left != null && right != null && compare(left, right) < 0;
        case LE -> left != null && right != null && compare(left, right) <= 0;
        default -> throw new IllegalArgumentException("Not part of the filters: " + operator);
      };
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
      if (left == null || right == null) {
        return left == null && right == null ? 0 : 1;
      }
      return left instanceof String
          ? compareCodePoints(left.toString(), right.toString())
          : compareAny(left, right);
    }

    private static int compareCodePoints(String left, String right) {
      int[] one = left.codePoints().toArray();
      int[] other = right.codePoints().toArray();
      return java.util.Arrays.compare(one, other);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compareAny(Object left, Object right) {
      return ((Comparable) left).compareTo(right);
    }

    @Override
    public Object visitBinaryOperator(
        BinaryOperatorKind operator, @Nullable Object left, List<@Nullable Object> right) {
      return right.stream().anyMatch(each -> compare(left, each) == 0);
    }

    @Override
    public Object visitUnaryOperator(UnaryOperatorKind operator, @Nullable Object operand) {
      if (operator == UnaryOperatorKind.MINUS && operand instanceof BigDecimal number) {
        return number.negate();
      }
      return !Boolean.TRUE.equals(operand);
    }

    @Override
    public Object visitMethodCall(MethodKind method, List<@Nullable Object> parameters) {
      String first = String.valueOf(parameters.getFirst());
      String last = String.valueOf(parameters.getLast());
      return switch (method) {
        case CONTAINS -> first.contains(last);
        case STARTSWITH -> first.startsWith(last);
        case ENDSWITH -> first.endsWith(last);
        case TOLOWER -> first.toLowerCase(Locale.ROOT);
        case TOUPPER -> first.toUpperCase(Locale.ROOT);
        case LENGTH -> BigDecimal.valueOf(first.codePoints().count());
        default -> throw new IllegalArgumentException("Not part of the filters: " + method);
      };
    }

    @Override
    public @Nullable Object visitLiteral(Literal literal) {
      String text = literal.getText();
      EdmType type = literal.getType();
      if (type == null) {
        return null;
      }
      return switch (type.getName()) {
        case "String" -> text.substring(1, text.length() - 1).replace("''", "'");
        case "Boolean" -> Boolean.valueOf(text);
        case "DateTimeOffset" -> OffsetDateTime.parse(text).toInstant();
        default -> new BigDecimal(text);
      };
    }

    @Override
    public @Nullable Object visitMember(Member member) {
      return row.get(member.getResourcePath().getUriResourceParts().getFirst().getSegmentValue());
    }

    @Override
    public Object visitLambdaExpression(String function, String variable, Expression expression) {
      throw new IllegalArgumentException("Not part of the filters");
    }

    @Override
    public Object visitAlias(String aliasName) {
      throw new IllegalArgumentException("Not part of the filters");
    }

    @Override
    public Object visitTypeLiteral(EdmType type) {
      throw new IllegalArgumentException("Not part of the filters");
    }

    @Override
    public Object visitLambdaReference(String variableName) {
      throw new IllegalArgumentException("Not part of the filters");
    }

    @Override
    public Object visitEnum(EdmEnumType type, List<String> enumValues) {
      throw new IllegalArgumentException("Not part of the filters");
    }
  }
}
