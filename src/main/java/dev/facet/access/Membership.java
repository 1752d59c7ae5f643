package dev.facet.access;

/** A user's part in an organisation. */
public record Membership(long organisation, Role role) {}
