/**
 * The vendor's dashboard templates: checked, kept, listed, and made into dashboards. Template JSON
 * comes in; content of dashboards and the vendor's objects go out.
 */
@NullMarked
package dev.facet.api.posthog.template;

import org.jspecify.annotations.NullMarked;
