package dev.facet.report.chart;

import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Lettering;

/** The page's light theme. */
public final class Theme {
  public static final Ink TEXT = Ink.of("#1f2933");
  public static final Ink MUTED = Ink.of("#5b6773");
  public static final Ink LINE = Ink.of("#e3e8ee");
  public static final Ink SURFACE = Ink.of("#ffffff");
  public static final Ink PAGE = Ink.of("#f5f7f9");
  public static final Ink BAD = Ink.of("#a3332c");

  static final Lettering SMALL = Lettering.of(11);
  static final Lettering NORMAL = Lettering.of(12.5);
  static final Lettering HEAD = Lettering.bold(12);

  private Theme() {}
}
