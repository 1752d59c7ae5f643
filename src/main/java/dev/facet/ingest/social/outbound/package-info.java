/**
 * The one way out of the server. Calls to networks go in, what came back goes out, whatever its
 * status. A host is called when it is a network's own or the operator lists it; a name is looked up
 * once, what it led to is checked, and that very address is dialled, so that a name that leads
 * elsewhere a moment later is no way in. No redirect is followed, no proxy asked, no cookie kept; a
 * reply has a largest size and a longest time.
 */
@NullMarked
package dev.facet.ingest.social.outbound;

import org.jspecify.annotations.NullMarked;
