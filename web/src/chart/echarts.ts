// The parts of ECharts that our marks use, and no others: this file decides the chunk's size.
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, PieChart, GridComponent, SVGRenderer])

let tips: Promise<unknown> | undefined

/** Loads what shows values at the pointer; charts made later have it. False when it did not come: ask again. */
export async function loadTips(): Promise<boolean> {
  tips ??= import('./tips.ts')
  try {
    await tips
    return true
  } catch {
    tips = undefined
    return false
  }
}

export function createChart(element: HTMLElement) {
  return init(element, null, { renderer: 'svg' })
}
