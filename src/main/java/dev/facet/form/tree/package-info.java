/** Trees of datasets as JSON: {@link dev.facet.form.tree.DatasetTreeForm}. */
@NullMarked
package dev.facet.form.tree;

import org.jspecify.annotations.NullMarked;
