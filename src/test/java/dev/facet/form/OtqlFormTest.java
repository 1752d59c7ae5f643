package dev.facet.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.model.FailureException;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.OtqlWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtqlFormTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void aTextIsReadWithItsParametersLimitAndOffset() {
    OtqlQuery query =
        read(
            "{'kind':'OtqlQuery','query_text':'SELECT { id } FROM UserEvent WHERE name IN $names LIMIT 20',"
                + "'parameters':{'names':['a',1,true]},'limit':5,'offset':3,'precision':'LOWER_PRECISION'}");
    assertThat(query.parameters()).isEqualTo(Map.of("names", List.of("a", 1L, true)));
    assertThat(query.shown()).isEqualTo(5);
    assertThat(query.offset()).isEqualTo(3);
  }

  @Test
  void theSmallerLimitWinsAndTenIsUsual() {
    String text = "{'kind':'OtqlQuery','query_text':'SELECT { id } FROM UserEvent%s'%s}";
    assertThat(read(text.formatted("", "")).shown()).isEqualTo(10);
    assertThat(read(text.formatted(" LIMIT 3", ",'limit':5")).shown()).isEqualTo(3);
    assertThat(read(text.formatted("", ",'limit':50000")).shown()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'FIELD','field':'id','comparison':{'type':'STRING','operator':'EQ','values':['a']}} | id = \"a\"",
        "{'type':'FIELD','field':'id','comparison':{'type':'STRING','operator':'EQ','values':['a','b']}} | id = \"a\" OR id = \"b\"",
        "{'type':'FIELD','field':'id','comparison':{'type':'STRING','operator':'NOT_EQ','values':['a','b']}} | id != \"a\" AND id != \"b\"",
        "{'type':'FIELD','field':'id','comparison':{'type':'STRING','operator':'DOES_NOT_MATCH','values':['a']}} | NOT match(id, \"a\")",
        "{'type':'FIELD','field':'id','comparison':{'type':'STRING','operator':'STARTS_WITH','values':['a']}} | starts_with(id, \"a\")",
        "{'type':'FIELD','field':'n','comparison':{'type':'NUMERIC','operator':'LTE','values':[2.5]}} | n <= 2.5",
        "{'type':'FIELD','field':'n','comparison':{'type':'NUMERIC','operator':'GT','values':['-5.0']}} | n > -5",
        "{'type':'FIELD','field':'n','comparison':{'type':'NUMERIC','operator':'EQUAL','values':['2.5','many']}} | n = 2.5 OR n = \"many\"",
        "{'type':'OBJECT','field':'events','expressions':[],'min_score':'3'} | events @scoresum(min: 3) {}",
        "{'type':'OBJECT','field':'events','expressions':[{'type':'GROUP','expressions':[]}]} | events {}",
        "{'type':'GROUP','boolean_operator':'OR','expressions':[{'type':'GROUP','negation':true},{'type':'FIELD','field':'f','existence':'EXISTS'}]} | is_defined(f)",
        "{'type':'FIELD','field':'ts','comparison':{'type':'TIME','operator':'AFTER_OR_EQUAL','values':['now-7d/d']}} | ts >= \"now-7d/d\"",
        "{'type':'FIELD','field':'ts','comparison':{'type':'TIME_INTERVAL','operator':'IS_WITHIN','values':['now-7d/d','now']}} | ts >= \"now-7d/d\" AND ts <= \"now\"",
        "{'type':'FIELD','field':'f','comparison':{'type':'BOOLEAN','operator':'NOT_EQUAL','values':[true]}} | f != true",
        "{'type':'FIELD','field':'f','existence':'DOES_NOT_EXIST'} | NOT is_defined(f)",
        "{'type':'FIELD','field':'f','comparison':{'type':'ENUM','operator':'EQUAL','values':['$x']}} | f = $x",
        "{'type':'OBJECT','field':'events','expressions':[],'min_score':3} | events @scoresum(min: 3) {}",
        "{'type':'OBJECT','field':'events','negation':true,'expressions':[{'type':'FIELD','field':'f','existence':'EXISTS'}]} | NOT events { is_defined(f) }",
        "{'type':'GROUP','boolean_operator':'OR','negation':true,'expressions':[{'type':'FIELD','field':'f','existence':'EXISTS'},{'type':'FIELD','field':'g','existence':'EXISTS'}]} | NOT (is_defined(f) OR is_defined(g))",
      })
  void conditionsOfJsonOtqlAreThoseOfOtql(String json, String text) {
    assertThat(OtqlWriter.text(Objects.requireNonNull(JsonOtql.condition(node(json), "where"))))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{'type':'GROUP','negation':true,'expressions':[]}]"})
  void aGroupWithoutExpressionsIsNoCondition(String expressions) {
    OtqlQuery query =
        read(
            "{'kind':'OtqlQuery','query_json':{'from':'UserPoint','operations':[{'directives':[{'name':'count'}]}],"
                + "'where':{'type':'GROUP','boolean_operator':'AND','expressions':%s}}}"
                    .formatted(expressions));
    assertThat(OtqlWriter.text(query.statement())).isEqualTo("SELECT @count{} FROM UserPoint");
  }

  @Test
  void aDocumentIsAStatement() {
    OtqlQuery query =
        read(
            "{'kind':'OtqlQuery','query_json':{'language_version':'JSON_OTQL','from':'UserPoint',"
                + "'operations':[{'selections':[{'name':'id'},{'name':'events','selections':[{'name':'name'}]}]}],"
                + "'where':{'type':'OBJECT','field':'emails','boolean_operator':'AND','expressions':[]}}}");
    assertThat(OtqlWriter.text(query.statement()))
        .isEqualTo("SELECT { id events { name } } FROM UserPoint WHERE emails {}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'kind':'OtqlQuery'} | query_text",
        "{'kind':'OtqlQuery','query_text':'SELECT'} | query_text",
        "{'kind':'OtqlQuery','query_text':'SELECT @count FROM UserPoint','limit':-1} | limit",
        "{'kind':'OtqlQuery','query_text':'SELECT @count FROM UserPoint','parameters':{'a':{}}} | parameters.a",
        "{'kind':'OtqlQuery','query_text':'SELECT @count FROM UserPoint','max':1} | max",
        "{'kind':'OtqlQuery','query_json':{'from':'UserPoint'}} | query_json.operations",
        "{'kind':'OtqlQuery','query_json':{'from':'UserPoint','operations':[{'directives':[{'name':'count'}]}],'where':{'type':'X'}}} | query_json.where.type",
      })
  void whatIsWrongIsToldWithItsPath(String json, String path) {
    assertThatThrownBy(() -> QueryForm.read(node(json), "query"))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure().path()).isEqualTo("query." + path));
  }

  private static OtqlQuery read(String json) {
    return (OtqlQuery) QueryForm.read(node(json), "query");
  }

  private static com.fasterxml.jackson.databind.JsonNode node(String json) {
    try {
      return MAPPER.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
