/**
 * Files of dashboards and insights, as the vendor's clients ask for them: {@code exports/},
 * insights as CSV, and the preview images of shares. The files are made by {@link
 * dev.facet.report}; how rows are named in CSV is the vendor's way.
 */
@NullMarked
package dev.facet.api.posthog.export;

import org.jspecify.annotations.NullMarked;
