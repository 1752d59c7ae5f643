import { getRouteApi } from '@tanstack/react-router'
import type { Project } from '../api/session.ts'

const route = getRouteApi('/inside/p/$project/settings')

/** The project whose settings are open; the frame around them has seen that there is one. */
export function useProject(): Project {
  const { session } = route.useRouteContext()
  const { project } = route.useParams()
  const found = session.projects.find(({ id }) => String(id) === project)
  if (found === undefined) throw new Error('Settings are shown of projects that are there')
  return found
}
