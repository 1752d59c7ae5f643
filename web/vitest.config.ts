import { defineConfig } from 'vitest/config'

export default defineConfig({
  // An unusual zone, so that a test which leans on the machine's own one fails.
  test: { include: ['src/**/*.test.ts'], environment: 'node', env: { TZ: 'Asia/Kathmandu' } },
})
