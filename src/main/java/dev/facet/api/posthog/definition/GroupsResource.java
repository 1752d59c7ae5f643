package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code …/groups_types/} and {@code …/groups/}: types of groups, list, search and show groups. */
record GroupsResource(Store store) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  Response types(Call call) {
    Plan sorted =
        new Plan.Sort(
            new Plan.Scan(Datasets.GROUP_TYPES),
            List.of(new Plan.Sort.By("group_type_index", false)));
    ArrayNode types = PostHogWire.array();
    for (List<@Nullable Object> row : store.run(call.project().id(), sorted).rows()) {
      ObjectNode type = types.addObject();
      type.put("group_type", String.valueOf(row.get(0)));
      type.put("group_type_index", row.get(1) instanceof Long index ? index : 0);
      type.putNull("name_singular");
      type.putNull("name_plural");
    }
    return Response.json(200, types);
  }

  Response list(Call call) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    Plan groups = ofType(call);
    String search = call.request().query("search").orElse("").strip();
    if (!search.isEmpty()) {
      groups = matching(groups, search);
    }
    Plan sorted =
        new Plan.Sort(
            groups,
            List.of(new Plan.Sort.By("created_at", true), new Plan.Sort.By("group_key", false)));
    List<ObjectNode> shown = show(call, new Plan.Limit(sorted, paging.limit(), paging.offset()));
    long total = count(call, groups);
    return Response.json(
        200,
        PostHogWire.page(
            total,
            paging.next(call.request(), total).orElse(null),
            paging.previous(call.request()).orElse(null),
            shown));
  }

  Response find(Call call) {
    String key = required(call, "group_key");
    Plan groups = ofType(call);
    Plan one = new Plan.Filter(groups, new Expression.In(groups.column("group_key"), List.of(key)));
    return Response.json(
        200,
        show(call, one).stream()
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("There is no such group.")));
  }

  private static Plan ofType(Call call) {
    String text = required(call, "group_type_index");
    if (!text.matches("[0-9]{1,9}")) {
      throw FailureException.invalid(
          "invalid_input", "group_type_index", "A valid integer is required.");
    }
    Plan all = new Plan.Scan(Datasets.GROUPS);
    List<Object> index = List.of(Long.parseLong(text));
    return new Plan.Filter(all, new Expression.In(all.column("group_type_index"), index));
  }

  private static String required(Call call, String parameter) {
    return call.request()
        .query(parameter)
        .orElseThrow(
            () -> FailureException.invalid("required", parameter, "This field is required."));
  }

  private static Plan matching(Plan groups, String text) {
    Expression name = new Expression.Property(groups.column("properties"), "name", Type.TEXT);
    return new Plan.Filter(
        groups,
        Expression.call(
            Function.OR, contains(groups.column("group_key"), text), contains(name, text)));
  }

  private static Expression contains(Expression value, String text) {
    return Expression.call(Function.CONTAINS_IGNORE_CASE, value, Expression.text(text));
  }

  private long count(Call call, Plan groups) {
    Plan count =
        new Plan.Aggregate(
            groups, List.of(), List.of(new Aggregation("n", Aggregation.Kind.COUNT, null)));
    Object value = store.run(call.project().id(), count).rows().getFirst().getFirst();
    return value instanceof Long number ? number : 0;
  }

  private List<ObjectNode> show(Call call, Plan groups) {
    List<ObjectNode> shown = new ArrayList<>();
    for (List<@Nullable Object> row : store.run(call.project().id(), groups).rows()) {
      ObjectNode node = PostHogWire.object();
      node.put("group_type_index", row.get(0) instanceof Long index ? index : 0);
      node.put("group_key", String.valueOf(row.get(1)));
      node.set("group_properties", Json.MAPPER.valueToTree(row.get(3)));
      node.put(
          "created_at",
          row.get(2) instanceof Long at ? PostHogWire.time(Micros.toInstant(at)) : null);
      shown.add(node);
    }
    return shown;
  }
}
