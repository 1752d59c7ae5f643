package dev.facet.oracle;

import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.Query;
import dev.facet.query.RetentionQuery;
import dev.facet.query.StickinessQuery;

/** Questions without a sample, which stands for more than can be listed. */
final class Unsampled {
  private Unsampled() {}

  /** The same about all distinct ids. */
  static Query of(Query query) {
    return switch (query) {
      case RetentionQuery of -> retention(of);
      case StickinessQuery of -> stickiness(of);
      case LifecycleQuery of -> lifecycle(of);
      case FunnelQuery of -> funnel(of);
      case PathsQuery of -> paths(of);
      default -> query;
    };
  }

  private static RetentionQuery retention(RetentionQuery of) {
    return new RetentionQuery(
        of.target(),
        of.returning(),
        of.entry(),
        of.grain(),
        of.intervals(),
        of.range(),
        of.filter(),
        of.testAccounts(),
        of.cumulative(),
        new RetentionQuery.Options(
            of.options().actor(),
            of.options().occurrences(),
            of.options().rolling(),
            of.options().breakdown(),
            1));
  }

  private static StickinessQuery stickiness(StickinessQuery of) {
    return new StickinessQuery(
        of.series(),
        of.range(),
        of.grain(),
        of.filter(),
        of.testAccounts(),
        of.compare(),
        of.cumulative(),
        of.criterion(),
        of.width(),
        1);
  }

  private static LifecycleQuery lifecycle(LifecycleQuery of) {
    return new LifecycleQuery(
        of.series(), of.range(), of.grain(), of.filter(), of.testAccounts(), of.actor(), 1);
  }

  private static FunnelQuery funnel(FunnelQuery of) {
    return new FunnelQuery(
        of.steps(),
        of.range(),
        of.grain(),
        of.filter(),
        of.testAccounts(),
        of.order(),
        of.window(),
        of.exclusions(),
        of.actor(),
        of.breakdown(),
        of.attribution(),
        of.view(),
        1);
  }

  private static PathsQuery paths(PathsQuery of) {
    return new PathsQuery(
        of.range(),
        of.filter(),
        of.testAccounts(),
        of.kinds(),
        of.written(),
        of.actor(),
        of.start(),
        of.end(),
        of.excluded(),
        of.groupings(),
        of.cleanings(),
        of.length(),
        of.limit(),
        of.least(),
        of.most(),
        of.funnel(),
        1);
  }
}
