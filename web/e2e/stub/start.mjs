// Serves the built page on the stub: `npm run build && npm run stub`. PORT and EMPTY=1 are read.
import { runnerImport } from 'vite'

const { module } = await runnerImport('./e2e/stub/server.ts')
const stub = await module.startStub({
  port: Number(process.env.PORT ?? 8090),
  empty: process.env.EMPTY === '1',
})
console.log(`The stub is ready on ${stub.url} (ada@example.com, correct-horse-battery)`)
