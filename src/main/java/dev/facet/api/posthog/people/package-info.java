/**
 * Who may edit a dashboard and who did what to it: calls come in; the vendor's collaborators and
 * activity go out.
 */
@NullMarked
package dev.facet.api.posthog.people;

import org.jspecify.annotations.NullMarked;
