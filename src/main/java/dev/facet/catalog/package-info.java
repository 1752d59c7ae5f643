/**
 * The relational database of definitions: connections, migrations, transactions, and the little
 * that every repository needs (numbers, conditions, JSON text). Repositories themselves live with
 * their nouns. Functions over a transaction come in; what they return goes out, durable when they
 * wrote.
 */
@NullMarked
package dev.facet.catalog;

import org.jspecify.annotations.NullMarked;
