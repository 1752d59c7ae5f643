package dev.facet.ingest.social.profile;

/** A profile by its name. */
public record Subject(long project, String username) {}
