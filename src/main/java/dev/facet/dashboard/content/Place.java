package dev.facet.dashboard.content;

/**
 * Where a card lies on the grid of {@value #COLUMNS} columns: left and top edge, columns and rows
 * covered.
 */
public record Place(int x, int y, int w, int h) {
  public static final int COLUMNS = 12;

  /** The first row below the card. */
  public int bottom() {
    return y + h;
  }

  /** This, moved to another corner. */
  public Place at(int newX, int newY) {
    return new Place(newX, newY, w, h);
  }

  /** Whether both cover a common cell. */
  public boolean overlaps(Place other) {
    return x < other.x + other.w && other.x < x + w && y < other.bottom() && other.y < bottom();
  }
}
