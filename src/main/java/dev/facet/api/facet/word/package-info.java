/**
 * Words for those who write questions: names that a project's data has, and what may come next in a
 * text. Comes in: a part of a name, or an unfinished text with a place in it; goes out:
 * suggestions.
 */
@NullMarked
package dev.facet.api.facet.word;

import org.jspecify.annotations.NullMarked;
