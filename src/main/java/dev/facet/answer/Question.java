package dev.facet.answer;

import dev.facet.query.Query;

/** A query and for whom it is asked. Equal questions have equal answers at the same time. */
record Question(Reader reader, Query query) {}
