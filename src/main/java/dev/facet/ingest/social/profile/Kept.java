package dev.facet.ingest.social.profile;

import org.jspecify.annotations.Nullable;

/** An account as the catalog has it: with its tokens sealed. */
record Kept(
    long project,
    String username,
    Connection connection,
    @Nullable String accessToken,
    @Nullable String refreshToken) {}
