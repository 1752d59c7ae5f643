/**
 * Who is let in to edit a restricted dashboard beside its creator and the admins. In come a
 * dashboard and a user, out go collaborators.
 */
@NullMarked
package dev.facet.dashboard.collaborator;

import org.jspecify.annotations.NullMarked;
