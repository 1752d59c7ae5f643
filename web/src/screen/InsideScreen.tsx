import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Outlet, useRouter } from '@tanstack/react-router'
import { logout, sessionQuery } from '../api/session.ts'
import { forgetAll } from '../lib/kept.ts'
import { Shell } from '../ui/Shell.tsx'

const route = getRouteApi('/inside')

/** What all pages of a logged-in user share. */
export function InsideScreen() {
  const { session } = route.useRouteContext()
  const client = useQueryClient()
  const router = useRouter()
  const leave = async () => {
    await logout()
    forgetAll()
    client.clear()
    client.setQueryData(sessionQuery.queryKey, null)
    await router.invalidate()
  }
  return (
    <Shell session={session} onLogout={() => void leave()}>
      <Outlet />
    </Shell>
  )
}
