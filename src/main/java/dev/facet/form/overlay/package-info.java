/** What dashboards lay over the queries of their charts; the queries given are not changed. */
@NullMarked
package dev.facet.form.overlay;

import org.jspecify.annotations.NullMarked;
