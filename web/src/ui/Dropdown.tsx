import { Button, type ButtonProps } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import classes from './Dropdown.module.css'

interface DropdownProps {
  /** What the button and the panel are called. */
  readonly label: string
  readonly button: ReactNode
  readonly buttonProps?: ButtonProps
  readonly align?: 'start' | 'end'
  readonly children: (close: () => void) => ReactNode
}

/**
 * A button that opens a panel below itself. Small on purpose: a positioning library would weigh more
 * than the page's own script. Escape and a click elsewhere close it; the panel follows the button in
 * the order of the keyboard.
 */
export function Dropdown({ label, button, buttonProps, align = 'start', children }: DropdownProps) {
  const [opened, setOpened] = useState(false)
  const panel = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const root = useClickOutside<HTMLDivElement>(() => setOpened(false))
  const close = () => {
    setOpened(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && opened) close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from the controls inside
    <div ref={root} className={classes.root} onKeyDown={onKeyDown}>
      <Button
        ref={opener}
        variant="default"
        size="xs"
        {...buttonProps}
        aria-label={label}
        aria-expanded={opened}
        aria-controls={panel}
        onClick={() => setOpened(!opened)}
      >
        {button}
      </Button>
      {opened && (
        <div id={panel} className={classes.panel} data-align={align} role="group" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
