package dev.facet.report.draw;

/** A place on a picture, counted from its left and upper edge. */
public record Point(double x, double y) {}
