import type { ElementEvent } from 'echarts/core'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import classes from './chart.module.css'
import { createChart, loadTips } from './echarts.ts'
import type { ChartOption } from './marks.ts'
import { nearestPoint } from './nearest.ts'
import type { At, Click } from './spot.ts'

function placeOf(event: unknown): At {
  return event instanceof MouseEvent ? { x: event.clientX, y: event.clientY } : { x: 0, y: 0 }
}

interface ChartCanvasProps {
  readonly option: ChartOption
  readonly label: string
  /** Told what was clicked, and where in the window. */
  readonly onPick?: ((click: Click, at: At) => void) | undefined
}

/**
 * Puts an option on the screen. ECharts lives outside React, hence the effects. What shows values at the
 * pointer is loaded when there is one; the chart is then made anew, because it asks for its parts only once.
 */
export function ChartCanvas({ option, label, onPick }: ChartCanvasProps) {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof createChart>>(null)
  const pointer = useRef({ x: 0, y: 0, pressed: false })
  const [tips, setTips] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew when there is more to make it of
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
  }, [tips])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart made anew is told again
  useEffect(() => {
    // A copy, because ECharts empties `media` of what it is given.
    chart.current?.setOption({ ...option }, { notMerge: true })
  }, [option, tips])

  useEffect(() => {
    const { x, y } = pointer.current
    if (tips) chart.current?.dispatchAction({ type: 'showTip', x, y })
  }, [tips])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart made anew is listened to again
  useEffect(() => {
    const current = chart.current
    if (current === null || onPick === undefined) return
    const pick = (click: Click, at: At) => {
      current.dispatchAction({ type: 'hideTip' })
      onPick(click, at)
    }
    current.on('click', ({ seriesId, dataIndex, name, data, event }) =>
      pick({ seriesId, dataIndex, name, data }, placeOf(event?.event)),
    )
    const beside = ({ target, offsetX, offsetY, event }: ElementEvent) => {
      const click = target == null ? nearestPoint(current, [offsetX, offsetY]) : undefined
      if (click !== undefined) pick(click, placeOf(event))
    }
    current.getZr().on('click', beside)
    return () => {
      if (current.isDisposed()) return
      current.off('click')
      current.getZr().off('click', beside)
    }
  }, [onPick, tips])

  const point = ({ nativeEvent: { offsetX, offsetY, buttons } }: PointerEvent) => {
    pointer.current = { x: offsetX, y: offsetY, pressed: buttons !== 0 }
    // Not between pressing and letting go: that click would find another chart.
    void loadTips().then((loaded) => setTips(loaded && !pointer.current.pressed))
  }
  return (
    <div
      ref={element}
      className={classes.canvas}
      role="img"
      aria-label={label}
      onPointerMove={tips ? undefined : point}
      onPointerDown={() => {
        pointer.current.pressed = true
      }}
    />
  )
}
