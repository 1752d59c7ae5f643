/**
 * Which dashboards users were given, and which of them is each one's default. In come a user and a
 * dashboard, out go assignments in the order they were made.
 */
@NullMarked
package dev.facet.dashboard.assignment;

import org.jspecify.annotations.NullMarked;
