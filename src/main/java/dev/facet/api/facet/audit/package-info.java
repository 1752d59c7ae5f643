/** Who did what when, over our own API, for those who answer for an organisation. */
@NullMarked
package dev.facet.api.facet.audit;

import org.jspecify.annotations.NullMarked;
