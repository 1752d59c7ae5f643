/**
 * HTTP, once for all dialects: a server on virtual threads, one route table, requests and responses
 * as plain values, one place where failures become answers. In come groups of routes, each with its
 * own way to show errors; out go answers. Nothing else in the program knows the HTTP library.
 */
@NullMarked
package dev.facet.api.http;

import org.jspecify.annotations.NullMarked;
