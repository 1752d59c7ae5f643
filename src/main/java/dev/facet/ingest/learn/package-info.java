/**
 * What events teach about a project while they are applied: its types of groups and their keys,
 * what is known of each group, the names of events and properties and the types of their values.
 * Events come in, in the order of the journal; changes for the same batch go out, so that what was
 * learned is as exact, and as easily rebuilt, as the events themselves.
 */
@NullMarked
package dev.facet.ingest.learn;

import org.jspecify.annotations.NullMarked;
