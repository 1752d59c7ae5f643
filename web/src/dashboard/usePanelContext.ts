import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useMemo } from 'react'
import { darkTheme, lightTheme } from '../chart/theme.ts'
import { useLocale } from '../lang/useLanguage.ts'
import type { PanelContext } from './ChartPanel.tsx'

/** What the reader's settings and the project's zone mean for drawing. */
export function usePanelContext(zone: string, legend = true): PanelContext {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const still = useReducedMotion(false, { getInitialValueInEffect: false })
  const locale = useLocale()
  return useMemo(
    () => ({ zone, theme: scheme === 'dark' ? darkTheme : lightTheme, motion: !still, legend, locale }),
    [zone, scheme, still, legend, locale],
  )
}
