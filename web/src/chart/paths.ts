import type { ChartAnswer } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { fullNumber } from '../lib/number.ts'
import { numberOf } from './cell.ts'
import { colorOf } from './colors.ts'
import type { Drawing } from './legend.ts'
import { type DrawContext, escaped, frame, tooltip } from './marks.ts'

interface Link {
  readonly source: string
  readonly target: string
  readonly value: number
}

/** Where people came from on the left, where they went on the right, each as high as they are many. */
export function pathsChart(answer: ChartAnswer, context: DrawContext): Drawing {
  const links = linksOf(answer)
  const names = [...new Set(links.flatMap(({ source, target }) => [source, target]))]
  const { theme } = context
  const shorten = shortener(names.map(placeName))
  return {
    option: {
      ...frame(context),
      tooltip: { ...tooltip(context), trigger: 'item', formatter: (item) => told(item, context) },
      series: [
        {
          type: 'sankey',
          left: 4,
          right: 130,
          top: 8,
          bottom: 8,
          nodeWidth: 12,
          nodeGap: 12,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
          label: {
            color: theme.text,
            fontSize: 11,
            width: 120,
            overflow: 'truncate',
            formatter: ({ name }) => shorten(placeName(name)),
          },
          data: names.map((name) => ({
            name,
            itemStyle: { color: colorOf(placeName(name), context.colors, theme.palette), borderWidth: 0 },
          })),
          links: links.map((link) => ({ ...link })),
        },
      ],
    },
    legend: [],
    legendPlace: 'above',
    find: ({ data }) => {
      const { source, target } = Object(data) as Partial<Link>
      const row = links.findIndex((link) => link.source === source && link.target === target)
      return row < 0 ? undefined : { row }
    },
  }
}

export function pathsSummary(answer: ChartAnswer, locale?: string): string {
  const links = linksOf(answer).sort((a, b) => b.value - a.value)
  const [most] = links
  if (most === undefined) return say('no paths')
  return say('{ways} {ways:way|ways}; most went from {source} to {target} ({count})', {
    ways: links.length,
    source: placeName(most.source),
    target: placeName(most.target),
    count: fullNumber(most.value, locale),
  })
}

/** Steps are told apart by a number before the place, as in `2_/cart`. */
export function placeName(node: string): string {
  return node.replace(/^\d+_/, '')
}

/** Pages of one site are told apart by what follows its name. */
function shortener(names: readonly string[]): (name: string) => string {
  const sites = new Set(names.map((name) => /^https?:\/\/[^/]+/.exec(name)?.[0]))
  const [site] = sites
  if (sites.size !== 1 || site === undefined) return (name) => name
  return (name) => name.slice(site.length) || '/'
}

function linksOf({ columns, rows }: ChartAnswer): Link[] {
  const [source, target, value] = ['source', 'target', 'value'].map((name) =>
    columns.findIndex((column) => column.name === name),
  )
  return rows.map((row) => ({
    source: String(row[source ?? -1]),
    target: String(row[target ?? -1]),
    value: numberOf(row[value ?? -1]) ?? 0,
  }))
}

/** Names come from the data: they go into the tooltip as text. */
function told(item: unknown, { locale }: DrawContext): string {
  const part = item as { name: string; value: number; data: Partial<Link>; dataType?: string }
  const { source, target } = part.data
  const name =
    source === undefined || target === undefined
      ? placeName(part.name)
      : `${placeName(source)} → ${placeName(target)}`
  return `${escaped(name)}<br><b>${fullNumber(part.value, locale)}</b>`
}
