package dev.facet.query.text.odata;

/** The order of texts by their code points, which beyond the basic plane is not that of chars. */
final class CodePoints {
  private CodePoints() {}

  static int compare(String left, String right) {
    int least = Math.min(left.length(), right.length());
    for (int i = 0; i < least; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
        return mixed ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
      }
    }
    return left.length() - right.length();
  }
}
