package dev.facet.model;

/** A named, typed column of a table. */
public record Column(String name, Type type) {}
