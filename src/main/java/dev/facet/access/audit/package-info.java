/**
 * Who did what when: sign-ins, users, keys, projects, shares, imports. A change and its entry are
 * written in one transaction, so that there is none without the other. Secrets never come in.
 */
@NullMarked
package dev.facet.access.audit;

import org.jspecify.annotations.NullMarked;
