import { useEffect, useRef } from 'react'
import classes from './chart.module.css'
import { createChart } from './echarts.ts'
import type { ChartOption } from './marks.ts'

interface ChartCanvasProps {
  readonly option: ChartOption
  readonly label: string
}

/** Puts an option on the screen. ECharts lives outside React, hence the effects. */
export function ChartCanvas({ option, label }: ChartCanvasProps) {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof createChart>>(null)

  useEffect(() => {
    if (element.current === null) return
    const created = createChart(element.current)
    chart.current = created
    const observer = new ResizeObserver(() => created.resize())
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      created.dispose()
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])

  return <div ref={element} className={classes.canvas} role="img" aria-label={label} />
}
