/**
 * Who may do what: organisations, users, roles, projects, keys, sessions. A presented key or
 * session token comes in; a {@link dev.facet.access.Caller} goes out, asked once per request for
 * the project and permission at hand. Keys, session tokens and passwords are kept as hashes only.
 */
@NullMarked
package dev.facet.access;

import org.jspecify.annotations.NullMarked;
