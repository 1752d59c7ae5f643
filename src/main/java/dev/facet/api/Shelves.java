package dev.facet.api;

import dev.facet.answer.Library;
import dev.facet.definition.Glossary;
import dev.facet.definition.file.DataFile;
import dev.facet.definition.file.DataFiles;
import dev.facet.query.otql.Statement;
import java.util.Optional;

/** The files of organisations and the queries saved in projects, for questions that name them. */
public record Shelves(DataFiles files, Glossary glossary) implements Library {

  @Override
  public Optional<String> file(long organisation, String uri) {
    return files.find(organisation, uri).map(DataFile::body);
  }

  @Override
  public Optional<Statement> statement(long project, String id) {
    return glossary.defined(project).queries().entrySet().stream()
        .filter(query -> query.getKey().toString().equals(id))
        .map(query -> Statements.of(query.getValue()))
        .findFirst();
  }
}
