import { useEffect, useRef } from 'react'
import classes from './chart.module.css'
import { createChart } from './echarts.ts'
import type { ChartOption } from './marks.ts'

interface ChartCanvasProps {
  readonly option: ChartOption
  readonly label: string
  /** Told the name of the bar or slice that was clicked. */
  readonly onPick?: ((name: string) => void) | undefined
}

/** Puts an option on the screen. ECharts lives outside React, hence the effects. */
export function ChartCanvas({ option, label, onPick }: ChartCanvasProps) {
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
    // A copy, because ECharts empties `media` of what it is given.
    chart.current?.setOption({ ...option }, { notMerge: true })
  }, [option])

  useEffect(() => {
    const current = chart.current
    if (current === null || onPick === undefined) return
    current.on('click', ({ name }) => onPick(name))
    return () => void (current.isDisposed() || current.off('click'))
  }, [onPick])

  return <div ref={element} className={classes.canvas} role="img" aria-label={label} />
}
