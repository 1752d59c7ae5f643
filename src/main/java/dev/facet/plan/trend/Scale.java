package dev.facet.plan.trend;

import dev.facet.query.Measure;

/**
 * What becomes of a measured number: of a sample's, what it stands for in all.
 *
 * @param factor what it is multiplied with
 * @param rounded whether it is a count, which is whole
 */
public record Scale(double factor, boolean rounded) {
  /** Leaves numbers as they are. */
  public static final Scale NONE = new Scale(1, false);

  /** For a measure over a share of the distinct ids. Means and the like are left as they are. */
  static Scale of(Measure measure, double sampling) {
    return switch (measure) {
      case Measure.Count _,
          Measure.Persons _,
          Measure.ActivePersons _,
          Measure.FirstTime _,
          Measure.Sessions _ ->
          sampled(sampling);
      case Measure.CountPerPerson _, Measure.Computed _ -> NONE;
      case Measure.OfProperty of when of.summary() == Measure.Summary.SUM ->
          new Scale(of.multiplier() / sampling, sampling < 1);
      case Measure.OfProperty of -> new Scale(of.multiplier(), false);
    };
  }

  /** For a count over a share of the distinct ids. */
  public static Scale sampled(double sampling) {
    return sampling < 1 ? new Scale(1 / sampling, true) : NONE;
  }

  /** The number as it is shown. */
  public double apply(double value) {
    double scaled = value * factor;
    return rounded ? Math.rint(scaled) : scaled;
  }
}
