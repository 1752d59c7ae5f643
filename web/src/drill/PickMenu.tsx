import { useClickOutside } from '@mantine/hooks'
import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { bareQuery, hasBehind, type Pick } from '../dashboard/pick.ts'
import { say } from '../lang/say.ts'
import type { Place } from '../lib/time.ts'
import { conditionParts } from './conditions.ts'
import classes from './drill.module.css'
import { filtersOf, type Point, type PropertyFilter, pointLabel, pointOf } from './point.ts'

interface PickMenuProps {
  readonly pick: Pick
  readonly place: Place
  readonly onClose: () => void
  readonly onLook: (more: Point) => void
  readonly onFilter: (added: readonly PropertyFilter[]) => void
  /** The other dashboard that a click leads to, with the value that was clicked. */
  readonly target: { readonly name: string; readonly open: (added: readonly PropertyFilter[]) => void } | null
}

/** What can be done about a number, beside it. */
export function PickMenu({ pick, place, onClose, onLook, onFilter, target }: PickMenuProps) {
  const point = pointOf(pick)
  const label = pointLabel(point, pick.chart, place) || pick.chart.title
  const filters = filtersOf(point, pick.chart)
  const root = useClickOutside<HTMLDivElement>(onClose)
  const style = usePlace(root, pick)
  const close = useFocus(root, onClose)
  const act = (action: () => void) => () => {
    close()
    action()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(root.current, event.key === 'ArrowDown' ? 1 : -1)
    }
  }
  return (
    <div
      ref={root}
      className={classes.menu}
      style={style}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <p className={classes.label}>{label}</p>
      {hasBehind(pick.chart) && (
        <button type="button" role="menuitem" onClick={act(() => onLook({}))}>
          {wordsFor(pick)}
        </button>
      )}
      {Number(point.step) > 0 && (
        <button type="button" role="menuitem" onClick={act(() => onLook({ dropped: true }))}>
          {say('Show who dropped off before')}
        </button>
      )}
      {target !== null && (
        <button type="button" role="menuitem" onClick={act(() => target.open(filters))}>
          {say('Open “{name}”', { name: target.name })}
        </button>
      )}
      {filters.map((filter) => {
        const { name, words } = conditionParts(filter)
        return (
          <button key={filter.key} type="button" role="menuitem" onClick={act(() => onFilter([filter]))}>
            {say('Filter the dashboard: {condition}', { condition: `${name} ${words}` })}
          </button>
        )
      })}
    </div>
  )
}

function wordsFor({ chart }: Pick): string {
  const kind = bareQuery(chart.query).kind
  if (kind === 'ReportQuery' || kind === 'BusinessWidget') return say('Show the rows behind')
  return kind === 'FunnelsQuery' ? say('Show who came this far') : say('Show who is behind this')
}

/** Beside what was clicked, but inside the window. */
function usePlace(root: { readonly current: HTMLDivElement | null }, { at }: Pick): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ left: at.x, top: at.y })
  useLayoutEffect(() => {
    const { width, height } = root.current?.getBoundingClientRect() ?? { width: 0, height: 0 }
    setPlace({
      left: Math.max(8, Math.min(at.x, window.innerWidth - width - 8)),
      top: Math.max(8, Math.min(at.y + 4, window.innerHeight - height - 8)),
    })
  }, [root, at])
  return place
}

/** Takes the keyboard, and gives it back to where it was. */
function useFocus(root: { readonly current: HTMLDivElement | null }, onClose: () => void): () => void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    root.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [root])
  return () => {
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    onClose()
  }
}

function step(menu: HTMLElement | null, by: number): void {
  const items = [...(menu?.querySelectorAll('button') ?? [])]
  const at = items.findIndex((item) => item.matches(':focus'))
  items.at((at + by + items.length) % items.length)?.focus()
}
