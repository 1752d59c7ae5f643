/**
 * Links that show one dashboard or insight to whoever has them: made, rotated, locked with
 * passwords. In come the subject and the change, out goes the share; tokens open nothing else.
 */
@NullMarked
package dev.facet.access.share;

import org.jspecify.annotations.NullMarked;
