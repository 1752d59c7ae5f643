import { useMemo } from 'react'
import type { Chart } from '../api/dashboards.ts'
import { extendColors, noColors } from '../chart/colors.ts'
import type { Slot } from '../dashboard/answers.ts'
import { ChartPanel, type PanelContext } from '../dashboard/ChartPanel.tsx'
import { say } from '../lang/say.ts'
import { Message } from '../ui/Message.tsx'
import classes from './question.module.css'
import type { PreviewState } from './usePreview.ts'

interface PreviewProps {
  readonly chart: Chart
  readonly context: PanelContext
  readonly preview: PreviewState
}

/** The chart as it will be. While its question makes no sense, it says why. */
export function Preview({ chart, context, preview }: PreviewProps) {
  const { result, fresh, wrong } = preview
  const slot: Slot = useMemo(() => {
    const drawn = result === null ? null : { ...result, title: chart.title, type: chart.type }
    return { result: drawn, fresh, colors: drawn === null ? noColors : extendColors(noColors, drawn) }
  }, [result, fresh, chart.title, chart.type])
  return (
    <section aria-label={say('Preview')} className={classes.preview}>
      {wrong !== null ? (
        <Message title={say('This cannot be answered')} alert>
          {wrong.message}
        </Message>
      ) : (
        <ChartPanel chart={chart} slot={slot} context={context} broken={false} onReload={() => undefined} />
      )}
    </section>
  )
}
