/** Reports about data cubes as JSON: {@link dev.facet.form.cube.CubeForm}. */
@NullMarked
package dev.facet.form.cube;

import org.jspecify.annotations.NullMarked;
