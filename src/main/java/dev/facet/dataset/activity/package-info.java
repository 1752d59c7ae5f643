/** What is known of an activity: a stretch of one person's events, each value written once. */
@NullMarked
package dev.facet.dataset.activity;

import org.jspecify.annotations.NullMarked;
