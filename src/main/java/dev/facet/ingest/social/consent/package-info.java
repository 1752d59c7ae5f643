/**
 * By whose leave networks are read. A person is sent to a network and comes back with a code, which
 * becomes tokens (OAuth 2, with PKCE where the network has it); tokens that end are renewed; {@link
 * dev.facet.ingest.social.consent.Switchboard} joins an account with a good token to its network
 * and marks it when the network refuses it. Tokens go to the catalog sealed, and nowhere else.
 */
@NullMarked
package dev.facet.ingest.social.consent;

import org.jspecify.annotations.NullMarked;
