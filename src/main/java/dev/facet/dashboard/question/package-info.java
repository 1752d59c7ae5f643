/**
 * What a dashboard asks of the data. In come its content, the insights on it and what whoever looks
 * has chosen ({@link dev.facet.dashboard.question.View}); out go queries in the order of sections,
 * cards and charts. Pages, shared links and files all look through here, so that they show the same
 * numbers.
 */
@NullMarked
package dev.facet.dashboard.question;

import org.jspecify.annotations.NullMarked;
