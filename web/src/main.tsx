import './ui/styles.ts'
import { MantineProvider } from '@mantine/core'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError, isLocked, isUnauthorized } from './api/errors.ts'
import { sessionQuery } from './api/session.ts'
import { beginSpeaking } from './lang/language.ts'
import { makeRouter } from './router.tsx'
import { colorSchemeManager, theme } from './ui/theme.ts'

const client = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenLoggedOut }),
  defaultOptions: { queries: { retry: isWorthRetrying, refetchOnWindowFocus: false } },
})
const router = makeRouter(client)

/** A session that ended elsewhere ends here too: the router then leads to the login and back. */
function leaveWhenLoggedOut(error: Error) {
  if (!isUnauthorized(error) || isLocked(error)) return
  client.setQueryData(sessionQuery.queryKey, null)
  void router.invalidate()
}

/** A second try helps when the server was away or busy, never when it refused. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status === 503)
  return passing && failures < 2
}

const element = document.getElementById('root')
if (element === null) throw new Error('The page has no #root element')
await beginSpeaking()
createRoot(element).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
