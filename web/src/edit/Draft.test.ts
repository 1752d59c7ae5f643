import { expect, test } from 'vitest'
import type { Dashboard } from '../api/dashboards.ts'
import { ApiError } from '../api/errors.ts'
import { cardsOf } from './board.ts'
import type { Change } from './change.ts'
import { type Desk, Draft } from './Draft.ts'
import { sample } from './samples.ts'

/** A server in memory, which saves when told to. */
class HandDesk implements Desk {
  server = sample()
  readonly asked: { readonly revision: number; readonly patch: Partial<Dashboard> }[] = []
  private readonly waiting: (() => void)[] = []
  private readonly refusals: ApiError[] = []

  readonly save = async (revision: number, patch: unknown) => {
    this.asked.push({ revision, patch: patch as Partial<Dashboard> })
    await new Promise<void>((resolve) => this.waiting.push(resolve))
    const refusal = this.refusals.shift()
    if (refusal !== undefined) throw refusal
    if (revision !== this.server.revision) throw new ApiError(409, 'conflict', 'Changed since.')
    this.server = { ...this.server, ...(patch as Partial<Dashboard>), revision: revision + 1 }
    return this.server
  }

  readonly newest = async () => this.server
  readonly onSaved = () => undefined

  pending: readonly Change[] = []
  readonly onPending = (pending: readonly Change[]) => {
    this.pending = pending
  }

  refuse(error: ApiError) {
    this.refusals.push(error)
  }

  /** Lets the call that waits go through, and everything that follows from it. */
  async answer() {
    this.waiting.shift()?.()
    await settled()
  }

  /** Somebody else saves. */
  elsewhere(part: Partial<Dashboard>) {
    this.server = { ...this.server, ...part, revision: this.server.revision + 1 }
  }
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
const remove = (card: number): Change => ({ kind: 'remove', card })
const ids = (dashboard: Dashboard) => cardsOf(dashboard).map(({ id }) => id)

function open() {
  const desk = new HandDesk()
  return { desk, draft: new Draft(desk.server, desk) }
}

test('a change shows at once and is saved against the revision it was made on', async () => {
  const { desk, draft } = open()
  void draft.change(remove(1))
  expect(ids(draft.state().shown)).toEqual([2])
  expect(draft.state().saving).toBe(true)
  await desk.answer()
  expect(draft.state()).toMatchObject({ pending: [], saving: false, trouble: null })
  expect(draft.state().base.revision).toBe(2)
  expect(desk.asked[0]?.revision).toBe(1)
})

test('changes made while one is being saved go together, against its revision', async () => {
  const { desk, draft } = open()
  void draft.change({ kind: 'rename section', section: 0, title: 'A' })
  void draft.change({ kind: 'rename section', section: 0, title: 'B' })
  void draft.change(remove(2))
  await desk.answer()
  await desk.answer()
  expect(desk.asked.map(({ revision }) => revision)).toEqual([1, 2])
  expect(desk.server.sections[0]?.title).toBe('B')
  expect(ids(desk.server)).toEqual([1])
})

test('a new name is sent alone: it makes no new content', async () => {
  const { desk, draft } = open()
  void draft.change({ kind: 'describe', name: 'Web', description: 'd' })
  await desk.answer()
  expect(desk.asked[0]?.patch).toEqual({ name: 'Web', description: 'd' })
})

test('in a conflict what was done stays in sight and can be put on top', async () => {
  const { desk, draft } = open()
  desk.elsewhere({ name: 'Theirs' })
  void draft.change(remove(1))
  await desk.answer()
  expect(draft.state().trouble).toMatchObject({ kind: 'conflict', theirs: { name: 'Theirs' } })
  expect(ids(draft.state().shown)).toEqual([2])
  void draft.retry()
  await desk.answer()
  expect(draft.state()).toMatchObject({ pending: [], trouble: null })
  expect(desk.server.name).toBe('Theirs')
  expect(ids(desk.server)).toEqual([2])
})

test('what is done during a conflict waits with the rest', async () => {
  const { desk, draft } = open()
  desk.elsewhere({ name: 'Theirs' })
  void draft.change(remove(1))
  await desk.answer()
  await draft.change(remove(2))
  expect(desk.asked).toHaveLength(1)
  void draft.retry()
  await desk.answer()
  expect(ids(desk.server)).toEqual([])
})

test('a conflict can be left to the other', async () => {
  const { desk, draft } = open()
  desk.elsewhere({ name: 'Theirs' })
  void draft.change(remove(1))
  await desk.answer()
  draft.drop()
  expect(draft.state()).toMatchObject({ pending: [], trouble: null, shown: { name: 'Theirs' } })
  expect(ids(draft.state().shown)).toEqual([1, 2])
})

test('a lost connection loses nothing', async () => {
  const { desk, draft } = open()
  desk.refuse(new ApiError(0, 'unreachable', 'The server cannot be reached.'))
  void draft.change(remove(1))
  await desk.answer()
  expect(draft.state().trouble).toMatchObject({ kind: 'failure' })
  expect(ids(draft.state().shown)).toEqual([2])
  void draft.retry()
  await desk.answer()
  expect(ids(desk.server)).toEqual([2])
})

test('an attempt that is refused is taken back, and says why', async () => {
  const { desk, draft } = open()
  desk.refuse(new ApiError(400, 'invalid', 'Give a kind.'))
  const attempt = draft.attempt({ kind: 'chart', chart: 11, now: { query: {} }, of: 'Visits' })
  await desk.answer()
  expect(await attempt).toBe('Give a kind.')
  expect(draft.state()).toMatchObject({ pending: [], trouble: null })
  const again = draft.attempt({ kind: 'chart', chart: 11, now: { title: 'Visitors' }, of: 'Visits' })
  await desk.answer()
  expect(await again).toBeNull()
  expect(desk.server.sections[0]?.cards[0]?.charts[0]?.title).toBe('Visitors')
})

test('who looks on is told of each change', async () => {
  const { desk, draft } = open()
  let seen = 0
  const stop = draft.subscribe(() => {
    seen += 1
  })
  void draft.change(remove(1))
  await desk.answer()
  expect(seen).toBe(3)
  stop()
  draft.replace(sample(9))
  expect(seen).toBe(3)
})

test('what is not saved is told, until it is', async () => {
  const { desk, draft } = open()
  void draft.change(remove(1))
  expect(desk.pending).toEqual([remove(1)])
  await desk.answer()
  expect(desk.pending).toEqual([])
})

test('what was left from before shows, and waits for a word', async () => {
  const desk = new HandDesk()
  const draft = new Draft(desk.server, desk, [remove(1)])
  expect(ids(draft.state().shown)).toEqual([2])
  expect(draft.state().trouble).toEqual({ kind: 'left' })
  expect(desk.asked).toEqual([])
  void draft.retry()
  await desk.answer()
  expect(ids(desk.server)).toEqual([2])
  expect(desk.pending).toEqual([])
})

test('what was left from before can be dropped', () => {
  const desk = new HandDesk()
  const draft = new Draft(desk.server, desk, [remove(1)])
  draft.drop()
  expect(ids(draft.state().shown)).toEqual([1, 2])
  expect(desk.asked).toEqual([])
  expect(desk.pending).toEqual([])
})
