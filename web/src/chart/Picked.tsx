import type { MouseEvent, ReactNode } from 'react'
import classes from './chart.module.css'
import type { OnPick, Spot } from './spot.ts'

interface PickedProps {
  readonly spot: Spot | undefined
  readonly onPick: OnPick | undefined
  readonly className?: string | undefined
  readonly title?: string
  readonly children: ReactNode
}

/** A number that is a button where there is something behind it. */
export function Picked({ spot, onPick, className, title, children }: PickedProps) {
  if (spot === undefined || onPick === undefined)
    return (
      <span className={className} title={title}>
        {children}
      </span>
    )
  const open = ({ currentTarget }: MouseEvent) => {
    const { left, bottom } = currentTarget.getBoundingClientRect()
    onPick(spot, { x: left, y: bottom })
  }
  return (
    <button type="button" className={`${classes.picked} ${className ?? ''}`} title={title} onClick={open}>
      {children}
    </button>
  )
}
