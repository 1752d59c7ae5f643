/** What travels: names of networks and metrics, days and windows, envelopes. */
@NullMarked
package dev.facet.api.uploadpost.wire;

import org.jspecify.annotations.NullMarked;
