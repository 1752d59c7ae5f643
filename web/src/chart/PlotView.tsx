import { useMemo, useState } from 'react'
import { say } from '../lang/say.ts'
import { ChartCanvas } from './ChartCanvas.tsx'
import classes from './chart.module.css'
import { type Drawing, type LegendEntry, without } from './legend.ts'
import type { At, Click } from './spot.ts'

interface PlotViewProps {
  readonly drawing: Drawing
  readonly title: string
  readonly summary: string
  readonly onPick?: ((click: Click, at: At) => void) | undefined
}

export function PlotView({ drawing, title, summary, onPick }: PlotViewProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const option = useMemo(() => without(drawing.option, hidden), [drawing, hidden])
  return (
    <div className={classes.plot} data-legend={drawing.legendPlace}>
      {drawing.legend.length > 0 && (
        <Legend
          title={title}
          entries={drawing.legend}
          hidden={hidden}
          onToggle={(name) => setHidden(toggled(hidden, name))}
        />
      )}
      <ChartCanvas option={option} label={`${title}: ${summary}`} onPick={onPick} />
    </div>
  )
}

interface LegendProps {
  readonly title: string
  readonly entries: readonly LegendEntry[]
  readonly hidden: ReadonlySet<string>
  readonly onToggle: (name: string) => void
}

/** Names and colours; a click hides a series, or shows it again. */
function Legend({ title, entries, hidden, onToggle }: LegendProps) {
  return (
    <ul className={classes.legend} aria-label={say('Legend of {title}', { title })}>
      {entries.map(({ name, color, faint }) => (
        <li key={name}>
          <button
            type="button"
            className={classes.entry}
            aria-pressed={!hidden.has(name)}
            onClick={() => onToggle(name)}
          >
            <span className={classes.swatch} style={{ background: color }} data-faint={faint} />
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}

function toggled(hidden: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const others = [...hidden].filter((other) => other !== name)
  return new Set(hidden.has(name) ? others : [...others, name])
}
