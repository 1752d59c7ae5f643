import type { Card, Chart, Dashboard } from '../api/dashboards.ts'
import { say } from '../lang/say.ts'
import { changedFields } from '../question/changed.ts'
import { cardName, cardsOf, sectionName } from './board.ts'

type Compared = Pick<Dashboard, 'sections' | 'filters'>

/** What changed on a dashboard, in sentences; none when nothing did. */
export function differences(before: Compared, after: Compared): string[] {
  return [
    ...sectionChanges(before, after),
    ...added(before, after).map((card) => say('Added “{name}”', { name: cardName(card) })),
    ...added(after, before).map((card) => say('Removed “{name}”', { name: cardName(card) })),
    ...cardsOf(after).flatMap((card) => cardChanges(before, after, card)),
    ...arranged(before, after),
    ...(isSame(before.filters, after.filters) ? [] : [say('Changed the dashboard’s filters')]),
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
  const moved = () => say('Moved “{name}” to “{section}”', { name: cardName(card), section: to.name })
  const elsewhere = from.title !== to.title ? [moved()] : []
  return [...elsewhere, ...chartChanges(old, card)]
}

function chartChanges(before: Card, after: Card): string[] {
  const gone = before.charts.filter(({ id }) => !after.charts.some((chart) => chart.id === id))
  return [
    ...after.charts.flatMap((chart) => {
      const old = before.charts.find(({ id }) => id === chart.id)
      return old === undefined
        ? [say('Added the chart “{name}”', { name: nameOf(chart) })]
        : oneChart(old, chart)
    }),
    ...gone.map((chart) => say('Removed the chart “{name}”', { name: nameOf(chart) })),
  ]
}

function oneChart(before: Chart, after: Chart): string[] {
  const name = nameOf(after)
  const changes: string[] = []
  if (before.title !== after.title)
    changes.push(say('Called “{was}” “{name}”', { was: nameOf(before), name }))
  if ((before.description ?? '') !== (after.description ?? ''))
    changes.push(say('Changed what “{name}” says of itself', { name }))
  if (before.type !== after.type)
    changes.push(say('Drew “{name}” as {now} instead of {was}', { name, now: after.type, was: before.type }))
  if (!isSame(before.query, after.query)) changes.push(questionChange(name, before.query, after.query))
  if (!isSame(before.options, after.options)) {
    changes.push(
      after.type === 'text'
        ? say('Rewrote the text “{name}”', { name: textName(after) })
        : say('Changed how “{name}” is drawn', { name }),
    )
  }
  if (!isSame(before.colors, after.colors)) changes.push(say('Changed the colours of “{name}”', { name }))
  return changes
}

/** Which of the form's fields were changed, where they are few. */
function questionChange(name: string, before: unknown, after: unknown): string {
  const fields = changedFields(before, after)
  return fields.length === 0 || fields.length > 4
    ? say('Changed the question of “{name}”', { name })
    : say('Changed the question of “{name}” ({fields})', { name, fields: fields.join(', ') })
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
  if (moved.length > 1) return [say('Arranged {count} cards anew', { count: moved.length })]
  const old = places.get(only.id)
  const resized = old !== undefined && (old.w !== only.w || old.h !== only.h)
  return [say(resized ? 'Resized “{name}”' : 'Moved “{name}”', { name: cardName(only) })]
}

function sectionChanges(before: Compared, after: Compared): string[] {
  const old = before.sections.map(({ title }) => title)
  const now = after.sections.map(({ title }) => title)
  if (isSame(old, now)) return []
  const was = old.find((title, at) => title !== now[at]) || say('without title')
  const is = now.find((title, at) => title !== old[at]) || say('without title')
  if (old.length === now.length && isSame([...old].sort(), [...now].sort()))
    return [say('Put sections in another order')]
  if (old.length === now.length) return [say('Called the section “{was}” “{name}”', { was, name: is })]
  if (now.length > old.length) return [say('Added the section “{name}”', { name: is })]
  return [say('Removed the section “{name}”', { name: was })]
}

function sectionOf({ sections }: Compared, id: Card['id']): { title: string; name: string } {
  const index = sections.findIndex(({ cards }) => cards.some((card) => card.id === id))
  return { title: sections[index]?.title ?? '', name: sectionName(sections[index], index) }
}

function placeOf({ x, y, w, h }: Card) {
  return [x, y, w, h]
}

function nameOf(chart: Chart): string {
  return chart.title || (chart.type === 'text' ? textName(chart) : say('Untitled chart'))
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
