/** The vendor's annotations and themes of colours. Calls come in, the vendor's objects go out. */
@NullMarked
package dev.facet.api.posthog.annotation;

import org.jspecify.annotations.NullMarked;
