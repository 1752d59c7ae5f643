package dev.facet.access.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says.
 *
 * @param subject what it was done to, as people know it: a name, an e-mail address
 * @param detail what more there is to say, empty for nothing
 * @param address from where, null where that does not matter
 */
public record Said(Deed deed, String subject, String detail, @Nullable String address) {
  private static final int LONGEST = 300;

  public Said {
    subject = cut(subject);
    detail = cut(detail);
  }

  public static Said of(Deed deed, String subject, String detail) {
    return new Said(deed, subject, detail, null);
  }

  public static Said of(Deed deed, String subject) {
    return of(deed, subject, "");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
