/**
 * Between dashboards and our own form of them: forms come in and become edits, sheets go out as
 * forms. What the form cannot say (removed cards, colours, what only dialects know) stays as it is.
 */
@NullMarked
package dev.facet.dashboard.form;

import org.jspecify.annotations.NullMarked;
