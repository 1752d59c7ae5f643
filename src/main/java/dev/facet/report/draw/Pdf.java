package dev.facet.report.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** Pictures as PDF, a page each, with texts that can be searched and copied. */
public final class Pdf {
  /** The long side of an A4 page is this many of its short ones. */
  public static final double A4 = Math.sqrt(2);

  private static final float A4_WIDTH = PDRectangle.A4.getWidth();

  private final PDDocument document;
  private final Map<Typeface, PDFont> fonts = new HashMap<>();
  private final Map<Double, PDExtendedGraphicsState> veils = new HashMap<>();

  private Pdf(PDDocument document) {
    this.document = document;
  }

  /** Pages as wide as A4; {@code at} is when they were made. */
  public static byte[] of(String title, Instant at, List<Picture> pages) {
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(title);
      document.getDocumentInformation().setProducer("Facet");
      document
          .getDocumentInformation()
          .setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
      Pdf pdf = new Pdf(document);
      for (Picture page : pages) {
        pdf.page(page);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void page(Picture picture) throws IOException {
    double scale = A4_WIDTH / picture.width();
    PDPage page =
        new PDPage(new PDRectangle(A4_WIDTH, (float) Math.ceil(picture.height() * scale)));
    document.addPage(page);
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, 0, picture.height() * scale);
      for (Mark mark : picture.marks()) {
        Canvas.checkGoesOn();
        draw(out, place, mark);
      }
    }
  }

  private void draw(PDPageContentStream out, AffineTransform place, Mark mark) throws IOException {
    switch (mark) {
      case Mark.Box box -> fill(out, place, Outline.of(box), box.ink());
      case Mark.Area area -> fill(out, place, Outline.of(area), area.ink());
      case Mark.Ring ring -> fill(out, place, Outline.of(ring), ring.ink());
      case Mark.Line line -> stroke(out, place, line);
      case Mark.Label label -> write(out, place, label);
    }
  }

  private void fill(PDPageContentStream out, AffineTransform place, Shape shape, Ink ink)
      throws IOException {
    dip(out, ink);
    path(out, shape.getPathIterator(place));
    out.fill();
  }

  private void stroke(PDPageContentStream out, AffineTransform place, Mark.Line line)
      throws IOException {
    float scale = (float) place.getScaleX();
    dip(out, line.ink());
    out.setLineWidth((float) line.width() * scale);
    out.setLineJoinStyle(1);
    out.setLineDashPattern(line.dashed() ? new float[] {6 * scale, 4 * scale} : new float[] {}, 0);
    path(out, Outline.of(line).getPathIterator(place));
    out.stroke();
  }

  private void dip(PDPageContentStream out, Ink ink) throws IOException {
    int rgb = ink.rgb();
    float red = (rgb >> 16 & 255) / 255f;
    float green = (rgb >> 8 & 255) / 255f;
    float blue = (rgb & 255) / 255f;
    out.setNonStrokingColor(red, green, blue);
    out.setStrokingColor(red, green, blue);
    out.setGraphicsStateParameters(veils.computeIfAbsent(ink.opacity(), Pdf::veil));
  }

  private static PDExtendedGraphicsState veil(double opacity) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant((float) opacity);
    state.setStrokingAlphaConstant((float) opacity);
    return state;
  }

  private static void path(PDPageContentStream out, PathIterator each) throws IOException {
    float[] at = new float[6];
    for (; !each.isDone(); each.next()) {
      switch (each.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> out.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> out.lineTo(at[0], at[1]);
        case PathIterator.SEG_CUBICTO -> out.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        case PathIterator.SEG_CLOSE -> out.closePath();
        default -> throw new IllegalStateException("No mark has quadratic curves");
      }
    }
  }

  private void write(PDPageContentStream out, AffineTransform place, Mark.Label label)
      throws IOException {
    dip(out, label.ink());
    double size = label.lettering().size();
    double x = label.left();
    for (Typeface.Run run : Typeface.runs(label.text(), label.lettering().bold())) {
      double[] at = {x, label.at().y()};
      place.transform(at, 0, at, 0, 1);
      out.beginText();
      out.setFont(font(run.typeface()), (float) (size * place.getScaleX()));
      out.newLineAtOffset((float) at[0], (float) at[1]);
      out.showText(run.text());
      out.endText();
      x += run.width() * size;
    }
  }

  private PDFont font(Typeface typeface) throws IOException {
    PDFont known = fonts.get(typeface);
    if (known != null) {
      return known;
    }
    try (InputStream in = typeface.open()) {
      PDFont font = PDType0Font.load(document, in, true);
      fonts.put(typeface, font);
      return font;
    }
  }
}
