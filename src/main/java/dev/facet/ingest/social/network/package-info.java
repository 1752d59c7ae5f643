/**
 * The ten networks, a class each: which calls a reading takes, in which form the token travels, how
 * lists are paged, what fields are called here, and how the network says no. In comes an {@link
 * dev.facet.ingest.social.Account} and a {@link dev.facet.ingest.social.Line}, out goes a {@link
 * dev.facet.ingest.social.Reading}. {@link dev.facet.ingest.social.network.Conversation} asks and
 * asks again, {@link dev.facet.ingest.social.network.Told} reads an answer without trusting it.
 *
 * <p>What a reading cannot do without is the account itself and an answer to every call that the
 * token may make. A part that the network refuses to this token, or does not know, is absent; a
 * dead token, a limit or a bad moment anywhere ends the reading, so that no sum is of half a list.
 */
@NullMarked
package dev.facet.ingest.social.network;

import org.jspecify.annotations.NullMarked;
