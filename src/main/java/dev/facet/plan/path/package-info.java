/**
 * Questions about from where to where actors go: paths queries come in, a plan and the shape of its
 * answer go out. On the way events become places, places become paths, and paths become steps.
 */
@NullMarked
package dev.facet.plan.path;

import org.jspecify.annotations.NullMarked;
