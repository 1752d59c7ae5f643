import type { Mapping, Preview } from '../api/imports.ts'

/** What each column of the file fills, as the preview has it. */
export function mappingOf(preview: Preview): Mapping {
  return Object.fromEntries(preview.columns.map(({ name, column }) => [name, column ?? '']))
}

/** The mapping with one column filling another; whichever filled that before fills nothing. */
export function withColumn(mapping: Mapping, name: string, column: string): Mapping {
  const others = Object.entries(mapping).map(([other, filled]) => [
    other,
    filled === column && column !== '' ? '' : filled,
  ])
  return { ...Object.fromEntries(others), [name]: column }
}

/**
 * The mapping for the whole of a file of which only the beginning was seen: lines of JSON may name columns
 * later on, which fill those of the same name.
 */
export function wholeMapping(mapping: Mapping, preview: Preview): Mapping {
  if (preview.format === 'csv') return mapping
  const filled = new Set(Object.values(mapping))
  const later = preview.dataset
    .map(({ name }) => name)
    .filter((name) => !filled.has(name) && !(name in mapping))
  return { ...mapping, ...Object.fromEntries(later.map((name) => [name, name])) }
}
