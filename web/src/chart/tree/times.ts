import type { Place } from '../../lib/time.ts'
import { axisTimes, fullTime, type Grain, grainOf } from '../../lib/time.ts'
import type { TreeOptions } from './options.ts'

/** The instants of an axis of times, and how these are written there. */
export interface TimeAxis {
  /** Epoch milliseconds, by category. */
  readonly instants: readonly number[]
  readonly grain: Grain
}

/** The keys as instants, when the chart is to run over time; null for plain categories. */
export function timesOf(keys: readonly string[], mode: TreeOptions['mode']): TimeAxis | null {
  if (mode === 'DEFAULT' || keys.length === 0) return null
  const instants = keys.map(instantOf).filter((instant) => instant !== null)
  if (instants.length < keys.length) return null
  return { instants, grain: grainIn(mode, instants) }
}

function grainIn(mode: TreeOptions['mode'], instants: readonly number[]): Grain {
  if (mode === 'DAY') return 'day'
  return mode === 'HOUR' ? 'hour' : grainOf(instants.map(iso))
}

/** How an instant is written under the axis, and at the head of a tooltip. */
export function tickText(instant: number, { instants, grain }: TimeAxis, { locale }: Place): string {
  const ends = [Math.min(...instants), Math.max(...instants)].map(iso)
  return axisTimes([iso(instant), ...ends], grain, { zone: 'UTC', locale })[0] ?? ''
}

export function headText(instant: number, { grain }: TimeAxis, { locale }: Place): string {
  return fullTime(iso(instant), grain, { zone: 'UTC', locale })
}

const written =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?)?)?$/
const compact = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])?$/

/** ISO dates and times, cut off anywhere after the month; `20240501`, `2024050113`; epoch milliseconds. */
function instantOf(key: string): number | null {
  if (/^\d{12,13}$/.test(key)) return Number(key)
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] =
    written.exec(key) ?? compact.exec(key) ?? []
  if (year === undefined) return null
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(instant) ? null : instant
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
