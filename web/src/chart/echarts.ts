// The parts of ECharts that our marks use, and no others: this file decides the chunk's size.
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, PieChart, GridComponent, TooltipComponent, SVGRenderer])

export function createChart(element: HTMLElement) {
  return init(element, null, { renderer: 'svg' })
}
