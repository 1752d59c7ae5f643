package dev.facet.cli.demo;

import java.util.List;
import java.util.Locale;

/** Something the shop sells; the best sellers first. */
record Product(String name, String category, int cents) {
  static final List<Product> ALL =
      List.of(
          new Product("Linen Shirt", "clothing", 5900),
          new Product("Enamel Mug", "kitchen", 1450),
          new Product("Rain Jacket", "clothing", 12900),
          new Product("Desk Lamp", "home", 7900),
          new Product("Notebook A5", "paper", 1290),
          new Product("Wool Blanket", "home", 8900),
          new Product("Chef's Knife", "kitchen", 9800),
          new Product("Canvas Backpack", "bags", 8450),
          new Product("Merino Socks", "clothing", 1690),
          new Product("Fountain Pen", "paper", 3900),
          new Product("Cast-Iron Pan", "kitchen", 6500),
          new Product("Tote Bag", "bags", 2400));

  String slug() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
