package dev.facet.access;

import java.time.Instant;

/** A login in a browser, kept by the server and ended by it. */
public record Session(long user, Instant createdAt, Instant expiresAt) {}
