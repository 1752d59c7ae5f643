import type { Card, Chart, Dashboard } from '../api/dashboards.ts'
import { cardName, cardsOf, sectionName } from './board.ts'

type Compared = Pick<Dashboard, 'sections' | 'filters'>

/** What changed on a dashboard, in sentences; none when nothing did. */
export function differences(before: Compared, after: Compared): string[] {
  return [
    ...sectionChanges(before, after),
    ...added(before, after).map((card) => `Added “${cardName(card)}”`),
    ...added(after, before).map((card) => `Removed “${cardName(card)}”`),
    ...cardsOf(after).flatMap((card) => cardChanges(before, after, card)),
    ...arranged(before, after),
    ...(isSame(before.filters, after.filters) ? [] : ['Changed the dashboard’s filters']),
  ]
}

function added(before: Compared, after: Compared): Card[] {
  const known = new Set(cardsOf(before).map(({ id }) => id))
  return cardsOf(after).filter(({ id }) => !known.has(id))
}

function cardChanges(before: Compared, after: Compared, card: Card): string[] {
  const old = cardsOf(before).find(({ id }) => id === card.id)
  if (old === undefined) return []
  const from = sectionOf(before, card.id)
  const to = sectionOf(after, card.id)
  // A section without a title is told by its place, which other sections may change.
  const elsewhere = from.title !== to.title ? [`Moved “${cardName(card)}” to “${to.name}”`] : []
  return [...elsewhere, ...chartChanges(old, card)]
}

function chartChanges(before: Card, after: Card): string[] {
  const gone = before.charts.filter(({ id }) => !after.charts.some((chart) => chart.id === id))
  return [
    ...after.charts.flatMap((chart) => {
      const old = before.charts.find(({ id }) => id === chart.id)
      return old === undefined ? [`Added the chart “${nameOf(chart)}”`] : oneChart(old, chart)
    }),
    ...gone.map((chart) => `Removed the chart “${nameOf(chart)}”`),
  ]
}

function oneChart(before: Chart, after: Chart): string[] {
  const name = nameOf(after)
  const changes: string[] = []
  if (before.title !== after.title) changes.push(`Called “${nameOf(before)}” “${name}”`)
  if ((before.description ?? '') !== (after.description ?? ''))
    changes.push(`Changed what “${name}” says of itself`)
  if (before.type !== after.type) changes.push(`Drew “${name}” as ${after.type} instead of ${before.type}`)
  if (!isSame(before.query, after.query)) changes.push(`Changed the question of “${name}”`)
  if (!isSame(before.options, after.options)) {
    changes.push(
      after.type === 'text' ? `Rewrote the text “${textName(after)}”` : `Changed how “${name}” is drawn`,
    )
  }
  if (!isSame(before.colors, after.colors)) changes.push(`Changed the colours of “${name}”`)
  return changes
}

function arranged(before: Compared, after: Compared): string[] {
  const places = new Map(cardsOf(before).map((card) => [card.id, card]))
  const moved = cardsOf(after).filter((card) => {
    const old = places.get(card.id)
    const stays = old !== undefined && sectionOf(before, card.id).title === sectionOf(after, card.id).title
    return stays && !isSame(placeOf(old), placeOf(card))
  })
  const [only] = moved
  if (only === undefined) return []
  if (moved.length > 1) return [`Arranged ${moved.length} cards anew`]
  const old = places.get(only.id)
  const resized = old !== undefined && (old.w !== only.w || old.h !== only.h)
  return [`${resized ? 'Resized' : 'Moved'} “${cardName(only)}”`]
}

function sectionChanges(before: Compared, after: Compared): string[] {
  const old = before.sections.map(({ title }) => title)
  const now = after.sections.map(({ title }) => title)
  if (isSame(old, now)) return []
  const [was, is] = [old.find((title, at) => title !== now[at]), now.find((title, at) => title !== old[at])]
  if (old.length === now.length && isSame([...old].sort(), [...now].sort()))
    return ['Put sections in another order']
  if (old.length === now.length)
    return [`Called the section “${was || 'without title'}” “${is || 'without title'}”`]
  if (now.length > old.length) return [`Added the section “${is || 'without title'}”`]
  return [`Removed the section “${was || 'without title'}”`]
}

function sectionOf({ sections }: Compared, id: Card['id']): { title: string; name: string } {
  const index = sections.findIndex(({ cards }) => cards.some((card) => card.id === id))
  return { title: sections[index]?.title ?? '', name: sectionName(sections[index], index) }
}

function placeOf({ x, y, w, h }: Card) {
  return [x, y, w, h]
}

function nameOf(chart: Chart): string {
  return chart.title || (chart.type === 'text' ? textName(chart) : 'Untitled chart')
}

function textName(chart: Chart): string {
  return cardName({ charts: [{ ...chart, title: '' }] } as unknown as Card)
}

/** Equal as JSON, in whatever order fields come. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(other ?? null))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
