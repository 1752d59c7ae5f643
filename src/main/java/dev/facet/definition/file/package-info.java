/** Files of data that charts read, kept by an organisation under addresses of its own. */
@NullMarked
package dev.facet.definition.file;

import org.jspecify.annotations.NullMarked;
