package dev.facet.dashboard;

import dev.facet.dashboard.content.Content;

/** A dashboard with what is on it. Edits are functions from one sheet to the next. */
public record Sheet(Dashboard dashboard, Content content) {

  public Sheet with(Content changed) {
    return new Sheet(dashboard, changed);
  }

  public Sheet with(Registration changed) {
    return new Sheet(dashboard.with(changed), content);
  }
}
