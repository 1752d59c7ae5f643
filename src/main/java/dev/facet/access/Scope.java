package dev.facet.access;

import java.util.List;

/**
 * What a credential opens, beneath what its user may do: permissions × projects.
 *
 * @param words permissions by name, or {@code *} for all; none opens nothing
 * @param projects the only projects it is for; empty for no limit
 * @param organisations the only organisations it is for; empty for no limit
 */
public record Scope(List<String> words, List<Long> projects, List<Long> organisations) {
  /** Everything its user may do. */
  public static final Scope ALL = new Scope(List.of("*"), List.of(), List.of());

  public Scope {
    words = List.copyOf(words);
    projects = List.copyOf(projects);
    organisations = List.copyOf(organisations);
  }

  /** Whether it leaves open all that its user may do. */
  public boolean isWhole() {
    return words.contains("*") && projects.isEmpty() && organisations.isEmpty();
  }

  /** Whether one of the words gives this permission. */
  public boolean gives(Permission permission) {
    return words.contains("*")
        || words.contains(permission.word())
        || words.contains(Permission.toWrite(permission.object()).word());
  }

  public boolean reachesProject(long project) {
    return projects.isEmpty() || projects.contains(project);
  }

  public boolean reachesOrganisation(long organisation) {
    return organisations.isEmpty() || organisations.contains(organisation);
  }
}
