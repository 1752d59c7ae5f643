import { expect, test } from 'vitest'
import type { Assigned } from '../api/assignments.ts'
import { firstDashboard } from './first.ts'

const projects = [{ id: 1 }, { id: 2 }]

function assigned(id: number, is_default: boolean): Assigned {
  return { id, name: `Dashboard ${id}`, type: 'custom', is_default }
}

test('the default of the first project that has one is opened', async () => {
  const first = await firstDashboard(projects, async (project) =>
    project === 1 ? [] : [assigned(7, false), assigned(8, true)],
  )
  expect(first).toEqual({ project: 2, dashboard: 8 })
})

test('whoever was given nothing opens nothing', async () => {
  expect(await firstDashboard(projects, async () => [])).toBeUndefined()
  expect(await firstDashboard([], async () => [assigned(7, true)])).toBeUndefined()
})

test('a project that cannot be asked does not keep anybody out', async () => {
  const first = await firstDashboard(projects, async (project) => {
    if (project === 1) throw new Error('Not now.')
    return [assigned(8, true)]
  })
  expect(first).toEqual({ project: 2, dashboard: 8 })
})
