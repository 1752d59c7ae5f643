import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { partOf } from './chunks.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The server the development page talks to. */
const server = process.env.FACET_URL ?? 'http://127.0.0.1:8080'

/** Modules of ECharts by the end of the paths they are imported by; what stands in for them is in `unused.ts`. */
const unused = [
  'theme/dark',
  'visual/decal',
  'transform',
  'preprocessor/backwardCompat',
  'legacy/dataSelectAction',
  'loading/default',
  'cssAnimation',
  'cssEmphasis',
]

export default defineConfig({
  plugins: [react()],
  // ECharts carries a second language and parts that no chart here uses.
  resolve: {
    alias: [
      { find: /.*\/i18n\/langZH\.js$/, replacement: path('node_modules/echarts/lib/i18n/langEN.js') },
      ...unused.map((part) => ({
        find: new RegExp(`^\\.{1,2}/(.*/)?${part}\\.js$`),
        replacement: path('src/chart/unused.ts'),
      })),
    ],
  },
  server: { proxy: { '/facet': server } },
  build: {
    target: 'es2022',
    // The server's content security policy allows no data: addresses for scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The parts for paths, radars, marked lines and tips stay apart: they are loaded only where they are drawn.
            {
              name: 'echarts',
              test: /node_modules[\\/](echarts(?!.*(sankey|radar|marker|component.tooltip.(?!tooltipMarkup|seriesFormat)|component.axisPointer.(?!modelHelper)|LineDraw|helper.Line\.|LinePath|Graph|[Rr]oam|cursorHelper|coord.View|interactionMutex|geo.|VisualMapping|linkSeriesData))|zrender|tslib)[\\/]/,
            },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // One part of the libraries every screen needs compresses better than many. What only forms, lists
            // and the editor need stays apart.
            {
              name: 'base',
              test: /node_modules[\\/](@tanstack|@mantine|@floating-ui|clsx)[\\/](?!.*([Ii]nfinite|NativeSelect|PasswordInput|TextInput|InputBase|CloseButton|components.Input[\\/]|use-hotkeys|use-media-query|use-debounced|use-clipboard|useMutation))/,
            },
            { name: partOf },
          ],
        },
      },
    },
  },
})
