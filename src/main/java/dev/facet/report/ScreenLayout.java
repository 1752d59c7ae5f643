package dev.facet.report;

import dev.facet.dashboard.content.Place;
import dev.facet.report.draw.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where the parts of a screen lie on a page of endless length, and where that is cut into pages.
 *
 * @param bottom where the last part ends
 */
record ScreenLayout(List<Block> blocks, double bottom) {
  static final double WIDTH = 1200;
  static final double MARGIN = 28;
  static final double HEADER = 84;

  private static final double GAP = 14;
  private static final double ROW = 68;
  private static final double HEADING = 34;

  /** A heading or an item, and its frame. */
  record Block(Frame frame, Content content) {}

  /** What is in a block. */
  sealed interface Content {

    /** The title of a section. */
    record Heading(String title) implements Content {}

    /** A card. */
    record OfItem(Screen.Item item) implements Content {}
  }

  /** How many rows of the grid a chart of this height needs with what is around it. */
  static int rows(double height) {
    return (int) Math.ceil((height + CardPainter.AROUND + GAP) / (ROW + GAP));
  }

  static ScreenLayout of(Screen screen) {
    List<Block> blocks = new ArrayList<>();
    double top = HEADER;
    for (Screen.Section section : screen.sections()) {
      if (!section.title().isBlank()) {
        Frame frame = new Frame(MARGIN, top, WIDTH - 2 * MARGIN, HEADING);
        blocks.add(new Block(frame, new Content.Heading(section.title())));
        top += HEADING;
      }
      double below = top;
      for (Screen.Item item : section.items()) {
        Frame frame = frame(item.place(), top);
        blocks.add(new Block(frame, new Content.OfItem(item)));
        below = Math.max(below, frame.bottom() + GAP);
      }
      top = below;
    }
    blocks.sort(Comparator.comparingDouble((Block block) -> block.frame().y()));
    return new ScreenLayout(blocks, Math.max(top, HEADER + ROW) + GAP);
  }

  private static Frame frame(Place place, double top) {
    double column = (WIDTH - 2 * MARGIN + GAP) / Place.COLUMNS;
    return new Frame(
        MARGIN + place.x() * column,
        top + place.y() * (ROW + GAP),
        place.w() * column - GAP,
        place.h() * (ROW + GAP) - GAP);
  }

  /** A page of its own: blocks moved so that it begins at 0. */
  record Page(List<Block> blocks) {}

  /** Cuts between cards where that is possible, so that each page is at most this high. */
  List<Page> pages(double height) {
    List<Page> pages = new ArrayList<>();
    double start = 0;
    while (bottom - start > height && blocksFrom(start)) {
      double end = cut(start, start + height);
      pages.add(page(start, end, height));
      start = end;
    }
    if (pages.isEmpty() || blocksFrom(start)) {
      pages.add(page(start, Double.MAX_VALUE, height));
    }
    return pages;
  }

  private boolean blocksFrom(double start) {
    return blocks.stream().anyMatch(block -> block.frame().y() >= start);
  }

  private double cut(double start, double most) {
    Predicate<Double> whole = at -> blocks.stream().noneMatch(block -> hinders(block, at));
    return blocks.stream()
        .map(block -> block.frame().y())
        .filter(top -> top > start + HEADER && top <= most && whole.test(top))
        .max(Comparator.naturalOrder())
        .orElse(most);
  }

  /** A card would be cut, or a heading parted from what it is above of. */
  private static boolean hinders(Block block, double at) {
    boolean crosses = block.frame().y() < at && at < block.frame().bottom();
    boolean parts =
        block.content() instanceof Content.Heading
            && block.frame().y() < at
            && at <= block.frame().bottom();
    return crosses || parts;
  }

  private Page page(double start, double end, double height) {
    List<Block> here = new ArrayList<>();
    double shift = start == 0 ? 0 : MARGIN - start;
    for (Block block : blocks) {
      Frame frame = block.frame();
      if (frame.y() >= start && frame.y() < end) {
        double y = frame.y() + shift;
        double room = Math.max(HEADING, height - y - MARGIN);
        Frame moved = new Frame(frame.x(), y, frame.width(), Math.min(frame.height(), room));
        here.add(new Block(moved, block.content()));
      }
    }
    return new Page(here);
  }
}
