/**
 * What can be asked: a sealed family of records that say what, never how, and {@link
 * dev.facet.query.Definitions}, what planning needs to know about the project. Adapters and {@code
 * form} make queries; {@code plan} reads them.
 */
@NullMarked
package dev.facet.query;

import org.jspecify.annotations.NullMarked;
