import { type CSSProperties, useMemo } from 'react'
import type { ChartAnswer } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import type { Place } from '../lib/time.ts'
import classes from './HeatView.module.css'
import { calendarHeat, type Heat, type HeatCell, type HeatRow, retentionHeat } from './heat.ts'
import { Picked } from './Picked.tsx'
import type { Plot } from './plot.ts'
import type { OnPick } from './spot.ts'

interface RetentionViewProps {
  readonly answer: ChartAnswer
  readonly title: string
  readonly context: Place
  readonly onPick?: OnPick | undefined
}

export function RetentionView({ answer, title, context, onPick }: RetentionViewProps) {
  const heat = useMemo(() => retentionHeat(answer, context), [answer, context])
  return <HeatTable heat={heat} title={title} onPick={onPick} />
}

interface CalendarViewProps {
  readonly plot: Plot
  readonly title: string
  readonly context: Place
  readonly onPick?: OnPick | undefined
}

export function CalendarView({ plot, title, context, onPick }: CalendarViewProps) {
  const heat = useMemo(() => calendarHeat(plot, context), [plot, context])
  return <HeatTable heat={heat} title={title} onPick={onPick} />
}

interface HeatTableProps {
  readonly heat: Heat
  readonly title: string
  readonly onPick: OnPick | undefined
}

function HeatTable({ heat, title, onPick }: HeatTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={say('Cells of {title}', { title })}>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{heat.corner}</th>
            {heat.sizes !== '' && <th scope="col">{heat.sizes}</th>}
            {heat.columns.map((name, index) => (
              <th key={`${index} ${name}`} scope="col" className={classes.column}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.rows.map((row, index) => (
            <Row key={`${index} ${row.label}`} row={row} heat={heat} onPick={onPick} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly row: HeatRow
  readonly heat: Heat
  readonly onPick: OnPick | undefined
}

function Row({ row, heat, onPick }: RowProps) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {heat.sizes !== '' && <td className={classes.size}>{row.size}</td>}
      {heat.columns.map((name, index) => (
        <Cell key={`${index} ${name}`} cell={row.cells[index] ?? null} onPick={onPick} />
      ))}
    </tr>
  )
}

interface CellProps {
  readonly cell: HeatCell | null
  readonly onPick: OnPick | undefined
}

function Cell({ cell, onPick }: CellProps) {
  if (cell === null) return <td />
  return (
    <td className={classes.cell} style={{ '--heat': cell.heat } as CSSProperties} title={cell.story}>
      <Picked spot={cell.spot} onPick={onPick}>
        {cell.text}
      </Picked>
    </td>
  )
}
