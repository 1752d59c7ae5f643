import type { CSSProperties } from 'react'
import type { Card, Chart, Section } from '../api/dashboards.ts'
import { say } from '../lang/say.ts'
import { type Answers, slotOf } from './answers.ts'
import { ChartPanel, type PanelContext } from './ChartPanel.tsx'
import classes from './DashboardGrid.module.css'
import { chartOrder, type Placed, placed } from './layout.ts'
import type { Pick } from './pick.ts'

export interface GridProps {
  readonly sections: readonly Section[]
  readonly answers: Answers | undefined
  readonly context: PanelContext
  readonly broken: boolean
  readonly onReload: () => void
  readonly onPick?: ((pick: Pick) => void) | undefined
}

/** The sections of a dashboard, each a grid of 12 columns; one column on narrow screens. */
export function DashboardGrid(props: GridProps) {
  const order = chartOrder(props.sections)
  return props.sections.map((section, index) => (
    <section
      key={index}
      className={classes.section}
      aria-label={section.title || say('Section {number}', { number: index + 1 })}
    >
      {section.title !== '' && <h2 className={classes.title}>{section.title}</h2>}
      <div className={classes.grid} data-rows={hasTrees(section) ? 'tall' : undefined}>
        {placed(section.cards).map((place) => (
          <div
            key={place.card.id}
            className={classes.card}
            style={styleOf(place)}
            data-layout={place.card.layout}
          >
            {place.card.charts.map((chart) => (
              <ChartPanel
                key={chart.id}
                chart={chart}
                slot={slotOf(props.answers, chart.id, order.get(chart) ?? -1)}
                context={props.context}
                broken={props.broken}
                onReload={props.onReload}
                onPick={props.onPick}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  ))
}

/** Charts of data set trees were laid out for the rows of their vendor's grid, which are higher. */
export function hasTrees({ cards }: Section): boolean {
  const isTree = (chart: Chart) =>
    (chart.query as { kind?: string } | null | undefined)?.kind === 'DatasetTree'
  return cards.some(({ charts }) => charts.some(isTree))
}

/** The place as custom properties, so that the style sheet can lay the card out anew on narrow screens. */
function styleOf({ card, x, y, w, h }: Placed): CSSProperties {
  const place = { '--x': x + 1, '--y': y + 1, '--w': w, '--h': h, '--stacked-h': stackedRows(card, h) }
  return place as CSSProperties
}

/** How high a card is in one column: what stood side by side stands one below the other, numbers need little. */
function stackedRows({ layout, charts }: Card, h: number): number {
  const high = h * (layout === 'horizontal' ? Math.max(1, charts.length) : 1)
  const numbers = charts.length > 0 && charts.every(({ type }) => type === 'metric')
  return numbers ? Math.min(high, 2 * charts.length) : high
}
