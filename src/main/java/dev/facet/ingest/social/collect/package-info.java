/**
 * Collections: what accounts show now becomes rows of {@code profile_snapshots}, {@code posts} and
 * {@code post_snapshots}. A profile and its platforms come in, through {@link
 * dev.facet.ingest.social.consent.Switchboard} what their networks say; out go rows into the
 * journal, the outcome for each platform, and an entry in the history. Collecting again on the same
 * day writes the same rows.
 */
@NullMarked
package dev.facet.ingest.social.collect;

import org.jspecify.annotations.NullMarked;
