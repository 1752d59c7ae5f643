/**
 * Notes at a time: releases, campaigns, outages. In come notes about an insight, a dashboard, a
 * project or an organisation, out go those that a project sees.
 */
@NullMarked
package dev.facet.dashboard.annotation;

import org.jspecify.annotations.NullMarked;
