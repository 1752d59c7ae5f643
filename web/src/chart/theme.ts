import { darkPalette, lightPalette, type Palette } from './colors.ts'

/** The colours that a chart's own parts need; the page's are in its style sheet. */
export interface ChartTheme {
  readonly palette: Palette
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly surface: string
}

export const lightTheme: ChartTheme = {
  palette: lightPalette,
  text: '#1f2933',
  muted: '#5b6773',
  line: '#e3e8ee',
  surface: '#ffffff',
}

export const darkTheme: ChartTheme = {
  palette: darkPalette,
  text: '#e4e9ef',
  muted: '#9aa6b4',
  line: '#2c3540',
  surface: '#1b222b',
}
