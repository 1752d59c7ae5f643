package dev.facet.report.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as PNG. */
public final class Png {
  private static final double SHARPNESS = 2;

  /** About 50 MB while it is drawn. */
  private static final double MAX_PIXELS = 12_000_000;

  static {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
  }

  private Png() {}

  /** Two pixels a point, fewer for a picture that would become too large. */
  public static byte[] of(Picture picture) {
    double points = picture.width() * picture.height();
    return of(picture, Math.min(SHARPNESS, Math.sqrt(MAX_PIXELS / points)));
  }

  private static byte[] of(Picture picture, double scale) {
    BufferedImage image =
        new BufferedImage(
            pixels(picture.width(), scale),
            pixels(picture.height(), scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(scale, scale);
      picture.marks().forEach(mark -> draw(graphics, mark));
    } finally {
      graphics.dispose();
    }
    return written(image);
  }

  private static int pixels(double points, double scale) {
    return Math.max(1, (int) Math.ceil(points * scale));
  }

  private static byte[] written(BufferedImage image) {
    Canvas.checkGoesOn();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void draw(Graphics2D graphics, Mark mark) {
    Canvas.checkGoesOn();
    switch (mark) {
      case Mark.Box box -> {
        dip(graphics, box.ink());
        graphics.fill(Outline.of(box));
      }
      case Mark.Area area -> {
        dip(graphics, area.ink());
        graphics.fill(Outline.of(area));
      }
      case Mark.Ring ring -> {
        dip(graphics, ring.ink());
        graphics.fill(Outline.of(ring));
      }
      case Mark.Line line -> {
        dip(graphics, line.ink());
        graphics.setStroke(Outline.stroke(line));
        graphics.draw(Outline.of(line));
      }
      case Mark.Label label -> {
        dip(graphics, label.ink());
        write(graphics, label);
      }
    }
  }

  private static void dip(Graphics2D graphics, Ink ink) {
    int alpha = (int) Math.round(Math.clamp(ink.opacity(), 0, 1) * 255);
    graphics.setColor(new Color(ink.rgb() | alpha << 24, true));
  }

  /** Letters are drawn as outlines: no font of the machine is asked. */
  private static void write(Graphics2D graphics, Mark.Label label) {
    double size = label.lettering().size();
    double x = label.left();
    for (Typeface.Run run : Typeface.runs(label.text(), label.lettering().bold())) {
      double start = x;
      run.typeface()
          .draw(
              run.text(),
              (outline, left, unit) -> {
                AffineTransform place = new AffineTransform();
                place.translate(start + left * size, label.at().y());
                place.scale(size * unit, -size * unit);
                graphics.fill(outline.createTransformedShape(place));
              });
      x += run.width() * size;
    }
  }
}
