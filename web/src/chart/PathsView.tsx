// Only dashboards with paths load this part of ECharts.
import { SankeyChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { useMemo } from 'react'
import type { ChartAnswer } from '../api/answers.ts'
import type { DrawContext } from './marks.ts'
import { PlotView } from './PlotView.tsx'
import { pathsChart, pathsSummary } from './paths.ts'
import { clicked, type OnPick } from './spot.ts'

use([SankeyChart])

interface PathsViewProps {
  readonly answer: ChartAnswer
  readonly title: string
  readonly context: DrawContext
  readonly onPick?: OnPick | undefined
}

export function PathsView({ answer, title, context, onPick }: PathsViewProps) {
  const drawing = useMemo(() => pathsChart(answer, context), [answer, context])
  return (
    <PlotView
      drawing={drawing}
      title={title}
      summary={pathsSummary(answer, context.locale)}
      onPick={clicked(drawing, onPick)}
    />
  )
}
