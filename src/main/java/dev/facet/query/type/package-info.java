/**
 * What is known of the types of properties: planning reads them, whoever learns them writes them.
 */
@NullMarked
package dev.facet.query.type;

import org.jspecify.annotations.NullMarked;
