// Only dashboards with paths load this part of ECharts.
import { SankeyChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { PlotView } from './PlotView.tsx'

use([SankeyChart])

export const PathsView = PlotView
