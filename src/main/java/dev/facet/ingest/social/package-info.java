/**
 * Social networks: what is read from them, and how. A {@link dev.facet.ingest.social.Connector} a
 * network speaks its protocol through {@link dev.facet.ingest.social.Line}, the one way out of the
 * server; what it reads comes back as a {@link dev.facet.ingest.social.Reading} in unified names.
 */
@NullMarked
package dev.facet.ingest.social;

import org.jspecify.annotations.NullMarked;
