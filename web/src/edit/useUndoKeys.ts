import { useHotkeys } from '@mantine/hooks'

interface UndoKeys {
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y; with Cmd on a Mac. Not while a text is typed, which undoes itself. */
export function useUndoKeys({ onUndo, onRedo }: UndoKeys): void {
  useHotkeys([
    ['mod+Z', onUndo],
    ['mod+shift+Z', onRedo],
    ['mod+Y', onRedo],
  ])
}
