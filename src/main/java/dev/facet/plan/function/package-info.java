/**
 * The functions people call by name, spelled as ClickHouse has them: what they take, what they
 * give, and how they are made of what plans know. A name and typed expressions come in, an
 * expression goes out, or a failure that says what is allowed.
 */
@NullMarked
package dev.facet.plan.function;

import org.jspecify.annotations.NullMarked;
