/** What the server speaks: {@code http} carries it, one package per dialect says it. */
@NullMarked
package dev.facet.api;

import org.jspecify.annotations.NullMarked;
