@NullMarked
package dev.facet.api.facet.live;

import org.jspecify.annotations.NullMarked;
