package dev.facet.api.oktopost;

import dev.facet.access.User;
import dev.facet.api.oktopost.wire.Ordering;
import dev.facet.catalog.SearchText;
import dev.facet.dashboard.Dashboard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which order dashboards are listed: texts as they are shown, character by character whatever
 * their case; equals by number in the same direction.
 *
 * @param users the dashboards' creators by number
 */
record DashboardOrder(Ordering by, Map<Long, User> users) {
  /** What the vendor calls the orders there are. */
  static final List<String> FIELDS =
      List.of(
          "name", "description", "visibility", "createdBy", "creatorName", "createdOn", "created");

  List<Dashboard> sorted(List<Dashboard> dashboards) {
    Comparator<Dashboard> ascending = comparator().thenComparingLong(Dashboard::id);
    return dashboards.stream().sorted(by.descending() ? ascending.reversed() : ascending).toList();
  }

  private Comparator<Dashboard> comparator() {
    return switch (by.field()) {
      case "name" -> text(dashboard -> dashboard.registration().name());
      case "description" -> text(dashboard -> dashboard.registration().description());
      case "visibility" -> text(dashboard -> dashboard.registration().visibility().name());
      case "createdBy" -> Comparator.comparingLong(DashboardOrder::creator);
      case "creatorName" -> text(this::creatorName);
      default -> Comparator.comparing(Dashboard::createdAt);
    };
  }

  private static long creator(Dashboard dashboard) {
    Long user = dashboard.createdBy();
    return user == null ? 0 : user;
  }

  private @Nullable String creatorName(Dashboard dashboard) {
    User user = users.get(creator(dashboard));
    return user == null ? null : user.name();
  }

  private static Comparator<Dashboard> text(Function<Dashboard, @Nullable String> shown) {
    return Comparator.comparing(dashboard -> characters(shown.apply(dashboard)), Arrays::compare);
  }

  private static int[] characters(@Nullable String text) {
    return text == null ? new int[0] : SearchText.fold(text).codePoints().toArray();
  }
}
