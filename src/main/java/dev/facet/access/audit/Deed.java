package dev.facet.access.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done that is noted. */
public enum Deed {
  SIGNED_IN,
  SIGN_IN_FAILED,
  SIGNED_OUT_OTHERS,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  USER_INVITED,
  USER_CHANGED,
  USER_REMOVED,
  KEY_CREATED,
  KEY_CHANGED,
  KEY_ROLLED,
  KEY_REVOKED,
  PROJECT_CREATED,
  PROJECT_CHANGED,
  CURRENCY_CHANGED,
  DASHBOARD_DELETED,
  DASHBOARD_RESTORED,
  SHARED,
  UNSHARED,
  IMPORTED,
  ACCOUNT_CONNECTED,
  ACCOUNT_DISCONNECTED;

  /** The name that APIs and the catalog write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name. */
  public static Optional<Deed> of(String word) {
    return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
  }
}
