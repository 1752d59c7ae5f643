/**
 * Blueprints of dashboards: those that come with the server and those a project keeps. Bodies are
 * kept as they were sent; dialects say what is in them.
 */
@NullMarked
package dev.facet.dashboard.template;

import org.jspecify.annotations.NullMarked;
