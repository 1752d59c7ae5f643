/**
 * The people of an organisation over our own API: who belongs to it and as what, the links by which
 * they choose passwords, their keys, their own password and sessions.
 */
@NullMarked
package dev.facet.api.facet.people;

import org.jspecify.annotations.NullMarked;
