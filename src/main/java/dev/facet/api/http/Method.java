package dev.facet.api.http;

/** What a request does to the thing its path names. */
public enum Method {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS;

  /** Whether a request of this method may change something. */
  public boolean isWriting() {
    return this != GET && this != HEAD && this != OPTIONS;
  }
}
