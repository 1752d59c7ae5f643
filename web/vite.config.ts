import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The server the development page talks to. */
const server = process.env.FACET_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  // ECharts carries a second language, a second theme and patterns; the page has words and colours of its own.
  resolve: {
    alias: [
      { find: /.*\/i18n\/langZH\.js$/, replacement: path('node_modules/echarts/lib/i18n/langEN.js') },
      { find: /.*\/theme\/dark\.js$/, replacement: path('src/chart/noTheme.ts') },
      { find: /.*\/visual\/decal\.js$/, replacement: path('src/chart/noDecals.ts') },
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
            // The parts for paths, radars and marked lines stay apart: they are loaded only where they are drawn.
            {
              name: 'echarts',
              test: /node_modules[\\/](echarts(?!.*(sankey|radar|marker|LineDraw|helper.Line\.|LinePath|Graph|[Rr]oam|cursorHelper|coord.View|interactionMutex|geo.|VisualMapping|linkSeriesData))|zrender|tslib)[\\/]/,
            },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // One part of the libraries every screen needs compresses better than many. What only forms, lists
            // and the editor need stays apart.
            {
              name: 'base',
              test: /node_modules[\\/](@tanstack|@mantine|@floating-ui|clsx)[\\/](?!.*([Ii]nfinite|NativeSelect|PasswordInput|TextInput|InputBase|CloseButton|components.Input[\\/]|use-hotkeys|use-media-query|use-debounced|useMutation))/,
            },
          ],
        },
      },
    },
  },
})
