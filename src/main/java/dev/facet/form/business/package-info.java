/** Questions about a business as JSON: {@link dev.facet.form.business.BusinessWidgetForm}. */
@NullMarked
package dev.facet.form.business;

import org.jspecify.annotations.NullMarked;
