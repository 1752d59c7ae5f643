/** Our own calls that give users dashboards, and say which one each sees first. */
@NullMarked
package dev.facet.api.facet.assignment;

import org.jspecify.annotations.NullMarked;
