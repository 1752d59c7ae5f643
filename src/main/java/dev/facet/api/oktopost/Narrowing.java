package dev.facet.api.oktopost;

import dev.facet.api.Selection;
import dev.facet.api.http.Request;
import dev.facet.api.oktopost.wire.Given;

/** Rows narrowed down by the parameters of a request; those that are not there narrow nothing. */
record Narrowing(Selection rows, Request request) {

  /** Only rows whose column is what the parameter says. */
  Narrowing equal(String parameter, String column) {
    return when(parameter, column + " = {" + column + "}", column);
  }

  /**
   * Only rows of which this holds.
   *
   * @param name by which the condition names the parameter's value
   */
  Narrowing when(String parameter, String condition, String name) {
    Given.text(request, parameter).ifPresent(value -> rows.where(condition, name, value));
    return this;
  }

  /** Only rows whose time is not before {@code after} and is before {@code before}. */
  Narrowing within(String column) {
    bound("after", column + " >= ");
    bound("before", column + " < ");
    return this;
  }

  private void bound(String parameter, String comparison) {
    String condition = comparison + "fromUnixTimestamp64Milli({" + parameter + "})";
    Given.time(request, parameter)
        .ifPresent(time -> rows.where(condition, parameter, time.toEpochMilli()));
  }
}
