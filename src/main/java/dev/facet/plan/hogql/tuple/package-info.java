/**
 * Tuples, and lists of them, as they travel through statements: JSON that every engine holds alike,
 * beside the types of what is in it. In come values, out come their JSON, single values read back
 * from it with their types, and lists to be shown.
 */
@NullMarked
package dev.facet.plan.hogql.tuple;

import org.jspecify.annotations.NullMarked;
