import { createTheme, localStorageColorSchemeManager } from '@mantine/core'
import { systemFont } from '../lib/font.ts'

/** Where the reader's choice is remembered; `color-scheme.js` reads it before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'facet-color-scheme' })

export const theme = createTheme({
  primaryColor: 'gem',
  primaryShade: 6,
  fontFamily: systemFont,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: { fontWeight: '600' },
  components: {
    InputWrapper: {
      // Forms here ask for nothing optional, so that marking what is required says nothing.
      defaultProps: { withAsterisk: false },
      // The library's own grey has too little contrast for WCAG 2.2 AA.
      styles: { description: { color: 'var(--facet-muted)' } },
    },
  },
  colors: {
    gem: [
      '#eef4fb',
      '#d9e6f5',
      '#b3cdea',
      '#8ab2df',
      '#6499d3',
      '#4380c4',
      '#2f6db5',
      '#275c9a',
      '#204c80',
      '#193c66',
    ],
    dark: [
      '#e4e9ef',
      '#b8c2cd',
      '#9aa6b4',
      '#6f7a88',
      '#3a4552',
      '#2c3540',
      '#1f2730',
      '#161c23',
      '#11161c',
      '#0c1014',
    ],
  },
})
