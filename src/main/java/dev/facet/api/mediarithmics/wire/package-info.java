/**
 * How things look on the wire. Sections, cards and charts are translated to and from our own form;
 * everything the core does not know is kept as extras and given back as it was sent.
 */
@NullMarked
package dev.facet.api.mediarithmics.wire;

import org.jspecify.annotations.NullMarked;
