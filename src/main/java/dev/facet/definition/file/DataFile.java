package dev.facet.definition.file;

/**
 * A file of JSON.
 *
 * @param uri its address, such as {@code mics://data_file/tenants/1/sales.json}
 * @param name what people call it
 */
public record DataFile(String uri, String name, String body) {}
