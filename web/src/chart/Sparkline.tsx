import classes from './chart.module.css'
import { sparkPath } from './spark.ts'

/** A line beside a number: how it developed, for the eye alone. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  return (
    <svg className={classes.spark} viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      <path d={sparkPath(values)} />
    </svg>
  )
}
