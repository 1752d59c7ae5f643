import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { say } from '../lang/say.ts'
import { Icon } from './Icon.tsx'

/** Follows the system until used; the choice is remembered by the browser. */
export function ColorSchemeToggle() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={say(other === 'dark' ? 'Switch to dark mode' : 'Switch to light mode')}
      onClick={() => setColorScheme(other)}
    >
      <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
    </ActionIcon>
  )
}
