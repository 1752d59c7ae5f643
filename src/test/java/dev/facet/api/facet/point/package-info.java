@NullMarked
package dev.facet.api.facet.point;

import org.jspecify.annotations.NullMarked;
