package dev.facet.definition;

/** Who defines something, and in which project. */
public record Author(long project, long user) {}
