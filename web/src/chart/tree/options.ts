export type NumberFormat = 'count' | 'percentage' | 'float' | 'index'

export interface LegendOption {
  readonly position: 'bottom' | 'right'
  readonly layout: 'vertical' | 'horizontal' | null
}

/** A test that a point has to pass for its label to be shown. */
export interface LabelFilter {
  readonly property: string
  readonly operator: string
  readonly value: unknown
}

export interface LabelsOption {
  readonly enabled: boolean
  readonly format: string | null
  readonly distance: number | null
  readonly filter: LabelFilter | null
}

/** What a chart's author may say; null where nothing, or nothing that makes sense, was said. */
export interface TreeOptions {
  /** Pixels. */
  readonly height: number | null
  readonly legend: LegendOption | null
  readonly format: NumberFormat | null
  /** The template of a point's line. */
  readonly tooltip: string | null
  readonly labels: LabelsOption | null
  readonly drilldown: boolean | null
  readonly innerRadius: boolean
  readonly isHalf: boolean
  readonly bigBars: boolean
  readonly stacking: boolean
  readonly plotLine: number | null
  readonly hideXAxis: boolean
  readonly hideYAxis: boolean
  readonly doubleYAxis: boolean
  /** The property of a point that names it. */
  readonly xKey: string
  /** Null: times when every key is one. */
  readonly mode: 'DAY' | 'HOUR' | 'DEFAULT' | null
  readonly colors: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/** Names of options may be written `hide_x_axis` or `hideXAxis`, at every depth. */
export function optionsOf(given: unknown, colors?: unknown): TreeOptions {
  const said = camelCased(fieldsOf(given))
  return {
    height: positive(said.height),
    legend: legendOf(fieldsOf(said.legend)),
    format: oneOf(lower(said.format), ['count', 'percentage', 'float', 'index']),
    tooltip: text(fieldsOf(said.tooltip).format),
    labels: said.dataLabels === undefined ? null : labelsOf(fieldsOf(said.dataLabels)),
    drilldown: typeof said.drilldown === 'boolean' ? said.drilldown : null,
    innerRadius: said.innerRadius === true,
    isHalf: said.isHalf === true,
    bigBars: said.bigBars !== false,
    stacking: said.stacking === true,
    // As the vendor's page has it, a line at 0 is none.
    plotLine: number(said.plotLineValue) || null,
    hideXAxis: said.hideXAxis === true,
    hideYAxis: said.hideYAxis === true,
    doubleYAxis: said.doubleYAxis === true,
    xKey: text(said.xKey) ?? text(fieldsOf(said.xKey).key) ?? 'key',
    mode: oneOf(upper(fieldsOf(said.xKey).mode), ['DAY', 'HOUR', 'DEFAULT']),
    colors: colorsOf(said.colors ?? colors),
  }
}

function legendOf(said: Fields): LegendOption | null {
  if (said.enabled !== true) return null
  return {
    position: oneOf(lower(said.position), ['bottom', 'right']) ?? 'bottom',
    layout: oneOf(lower(said.layout), ['vertical', 'horizontal']),
  }
}

function labelsOf(said: Fields): LabelsOption {
  const { property, operator, value } = fieldsOf(said.filter)
  const filtered = typeof property === 'string' && typeof operator === 'string'
  return {
    enabled: said.enabled !== false,
    format: text(said.format),
    distance: number(said.distance),
    filter: filtered ? { property, operator, value } : null,
  }
}

/** Only what is surely a colour gets into a drawing. */
function colorsOf(said: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(said) ? said : []
  return all.filter((color): color is string => typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color))
}

function camelCased(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.replace(/_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase()),
      isFields(value) ? camelCased(value) : value,
    ]),
  )
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function number(value: unknown): number | null {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof read === 'number' && Number.isFinite(read) ? read : null
}

function positive(value: unknown): number | null {
  const read = number(value)
  return read !== null && read > 0 ? read : null
}

function lower(value: unknown): string {
  return String(value).toLowerCase()
}

function upper(value: unknown): string {
  return String(value).toUpperCase()
}

function oneOf<T extends string>(value: string, allowed: readonly T[]): T | null {
  return allowed.find((candidate) => candidate === value) ?? null
}
