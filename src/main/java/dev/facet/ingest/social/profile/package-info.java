/**
 * Profiles and their accounts at networks. What people connect comes in, tokens and all; what may
 * be shown goes out, and, to who reads from networks alone, the account with its tokens. Tokens are
 * sealed before they reach the catalog.
 */
@NullMarked
package dev.facet.ingest.social.profile;

import org.jspecify.annotations.NullMarked;
