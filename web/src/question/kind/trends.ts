import { say } from '../../lang/say.ts'
import type { Field, ListField, Option } from '../field.ts'
import { breakdownLimits, breakdownList, listedBreakdowns } from '../part/breakdowns.ts'
import { comparison, dates, grain, kept, population } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { lettersOf, seriesList, seriesOf } from '../part/series.ts'
import { isQuery, items, type Query, text, under, without } from '../query.ts'
import type { Kind } from './kind.ts'

export const trends: Kind = {
  label: () => say('Trend'),
  meaning: () => say('How often something happened, over time or by a property.'),
  types: ['line', 'area', 'columns', 'bars', 'pie', 'metric', 'table', 'map', 'calendar'],
  begin: (before) => ({ kind: 'TrendsQuery', ...kept(before), series: seriesOf(before) }),
  form: (query, at) => ({
    rows: [
      [seriesList(under(at, 'series'), 'trend', 26)],
      [formulas(under(at, 'trendsFilter.formulaNodes'), query)],
      [breakdownList(at, true)],
      [eventFilter(under(at, 'properties'))],
      [dates(at), grain(at)],
    ],
    more: [
      comparison(at),
      [
        ...variants(under(at, 'trendsFilter.display'), query),
        {
          as: 'number',
          at: under(at, 'trendsFilter.smoothingIntervals'),
          label: say('Smoothed over'),
          otherwise: 1,
          min: 1,
          max: 1000,
        },
      ],
      breakdownLimits(at),
      population(at),
    ],
  }),
  renewed: (query) => listedFormulas(listedBreakdowns(query)),
}

function formulas(at: string, query: Query): ListField {
  const letters = lettersOf(query)
  return {
    as: 'list',
    at,
    label: say('Formulas'),
    entry: { add: say('Add a formula'), name: (number) => say('Formula {number}', { number }) },
    fields: (place) => [
      {
        as: 'text',
        at: under(place, 'formula'),
        label: say('Formula'),
        placeholder: 'A / B * 100',
        hint: say('Series by their letters: {letters}.', { letters }),
      },
      { as: 'text', at: under(place, 'custom_name'), label: say('Called') },
    ],
    fresh: () => ({ formula: 'A' }),
    most: 20,
  }
}

/** The displays of a trend by how it is drawn, the usual one first. */
const displays: Readonly<Record<string, readonly string[]>> = {
  line: ['ActionsLineGraph', 'ActionsLineGraphCumulative'],
  area: ['ActionsAreaGraph'],
  columns: ['ActionsBar', 'ActionsStackedBar', 'ActionsUnstackedBar'],
  bars: ['ActionsBarValue'],
  pie: ['ActionsPie'],
  metric: ['BoldNumber'],
  table: ['ActionsTable'],
  map: ['WorldMap'],
  calendar: ['CalendarHeatmap'],
}

/** A trend as it is to be asked for this way of drawing: some show one number for the whole range. */
export function displayedAs(query: Query, type: string): Query {
  const fitting = displays[type]
  const options = isQuery(query.trendsFilter) ? query.trendsFilter : {}
  const display = text(options.display) || 'ActionsLineGraph'
  if (fitting === undefined || fitting.includes(display)) return query
  return { ...query, trendsFilter: { ...options, display: fitting[0] } }
}

/** Where one way of drawing can show different numbers. */
function variants(at: string, query: Query): readonly Field[] {
  const display = text(isQuery(query.trendsFilter) ? query.trendsFilter.display : '') || 'ActionsLineGraph'
  const group = Object.values(displays).find((names) => names.length > 1 && names.includes(display))
  const [otherwise] = group ?? []
  if (group === undefined || otherwise === undefined) return []
  const options: Option[] = group.map((value) => ({ value, label: nameOf(value) }))
  return [{ as: 'choice', at, label: say('Shown as'), options, otherwise }]
}

function nameOf(display: string): string {
  switch (display) {
    case 'ActionsLineGraphCumulative':
      return say('Running total')
    case 'ActionsStackedBar':
      return say('On each other')
    case 'ActionsUnstackedBar':
      return say('Beside each other')
    default:
      return say('As usual')
  }
}

/** Formulas of the older forms, without names, as those with names. */
function listedFormulas(query: Query): Query {
  const options = query.trendsFilter
  if (!isQuery(options)) return query
  const texts = items(options.formulas)
  const old = texts.length > 0 ? texts : text(options.formula).trim() === '' ? [] : [options.formula]
  if (items(options.formulaNodes).length > 0 || old.length === 0) return query
  const rest = without(options, 'formula', 'formulas')
  return { ...query, trendsFilter: { ...rest, formulaNodes: old.map((formula) => ({ formula })) } }
}
