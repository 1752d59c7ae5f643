package dev.facet.dataset.cube;

import dev.facet.dataset.activity.ActivityValue;
import dev.facet.model.Type;

/** Where a value of a fact comes from. */
public sealed interface Source {

  /** What is known of an activity. */
  record Activity(ActivityValue value) implements Source {}

  /** A column of the fact. */
  record Column(String name, Type type) implements Source {}

  /** A property of the event, as text. */
  record Property(String key) implements Source {}

  /** When the fact was. */
  record Time(TimeForm form) implements Source {}

  /** The numbers of the cohorts that the fact's person is in now. */
  record Segments() implements Source {}

  /** Always the same text. */
  record Fixed(String text) implements Source {}

  /** The number of the project that is asked about. */
  record Project() implements Source {}

  /** The number of its organisation. */
  record Organisation() implements Source {}

  /** No fact has it. */
  record Nothing() implements Source {}
}
