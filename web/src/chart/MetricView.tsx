import { VisuallyHidden } from '@mantine/core'
import { say } from '../lang/say.ts'
import { signedPercent } from '../lib/number.ts'
import classes from './chart.module.css'
import { plain, written } from './format.ts'
import type { Metric } from './metric.ts'
import { Picked } from './Picked.tsx'
import { Sparkline } from './Sparkline.tsx'
import type { OnPick } from './spot.ts'

interface MetricViewProps {
  readonly metrics: readonly Metric[]
  /** Whose number it is; needed by those who do not see the heading beside it. */
  readonly title: string
  readonly onPick?: OnPick | undefined
}

export function MetricView({ metrics, title, onPick }: MetricViewProps) {
  return (
    <div className={classes.metrics}>
      {metrics.map((metric) => (
        <div
          key={metric.name}
          className={classes.metric}
          role="group"
          aria-label={metrics.length > 1 ? metric.name : title}
        >
          {metrics.length > 1 && <span className="muted">{metric.name}</span>}
          <Picked spot={metric.spot} onPick={onPick} className={classes.value}>
            {metric.value === null ? '–' : written(metric.value, metric.format ?? plain)}
          </Picked>
          {metric.previous !== null && <Change metric={metric} />}
          {metric.spark && <Sparkline values={metric.spark} />}
        </div>
      ))}
    </div>
  )
}

function Change({ metric: { change, previous, format = plain } }: { metric: Metric }) {
  return (
    <span className={classes.change}>
      {change !== null && (
        <span className={directionClass(change)}>
          <span aria-hidden="true">{arrow(change)} </span>
          {signedPercent(change)}
        </span>
      )}
      <span>
        {say('from {value}', { value: written(previous ?? 0, format) })}
        <VisuallyHidden> {say('in the previous period')}</VisuallyHidden>
      </span>
    </span>
  )
}

function arrow(change: number): string {
  if (change === 0) return '→'
  return change > 0 ? '↑' : '↓'
}

function directionClass(change: number): string | undefined {
  if (change === 0) return undefined
  return change > 0 ? classes.up : classes.down
}
