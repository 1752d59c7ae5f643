/** Who calls: what requests carry to prove it, and patience with those who guess. */
@NullMarked
package dev.facet.api.caller;

import org.jspecify.annotations.NullMarked;
