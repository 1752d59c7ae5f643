import { pointText } from './numbers.ts'
import type { TreeOptions } from './options.ts'
import type { TreePlot } from './plot.ts'
import { filled, type PointWords } from './template.ts'

/** All that can be said of one number of a plot. */
export function wordsOf(plot: TreePlot, series: number, category: number): PointWords {
  const { count, percentage } = plot.facts[series]?.[category] ?? { count: null, percentage: null }
  return {
    name: plot.categories[category] ?? '',
    series: plot.series[series]?.name ?? '',
    y: plot.series[series]?.values[category] ?? null,
    percentage,
    count,
  }
}

/** A point's line in a tooltip. */
export function lineOf(words: PointWords, { tooltip, format }: TreeOptions): string {
  if (tooltip !== null) return filled(tooltip, words)
  const { series, y, count, percentage } = words
  return `${series}: ${y === null ? '–' : pointText(y, { count, percentage }, format)}`
}

/** Texts as ECharts' tooltips take them: a heading, then lines with the colours they are drawn in. */
export function tooltipText(heading: string, lines: readonly (readonly [color: string, text: string])[]) {
  const marked = lines.map(([color, text]) => `${mark(color)}${escaped(text)}`)
  return [...(heading === '' ? [] : [`<b>${escaped(heading)}</b>`]), ...marked].join('<br>')
}

function mark(color: string): string {
  const look = 'display:inline-block;width:10px;height:10px;margin-right:6px;border-radius:2px'
  return `<span style="${look};background:${color}"></span>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>')
}
