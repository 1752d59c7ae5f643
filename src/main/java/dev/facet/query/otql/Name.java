package dev.facet.query.otql;

import dev.facet.query.Syntax.Place;

/** The name of a type, link, field or parameter, without quotes. */
public record Name(String text, Place place) {}
