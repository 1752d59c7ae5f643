import type { Dashboard } from '../api/dashboards.ts'
import { ApiError, sentenceOf } from '../api/errors.ts'
import { type Board, wireSections } from './board.ts'
import { apply, type Change } from './change.ts'

/** Why what was done is not saved. Nothing is lost by it. */
export type Trouble =
  | { readonly kind: 'conflict'; readonly theirs: Dashboard }
  | { readonly kind: 'failure'; readonly error: unknown }
  /** Done before the page went away, and never saved. */
  | { readonly kind: 'left' }

export interface DraftState {
  /** As the server last said. */
  readonly base: Dashboard
  /** Done here, not saved yet. */
  readonly pending: readonly Change[]
  /** The base with all that is pending. */
  readonly shown: Dashboard
  readonly saving: boolean
  readonly trouble: Trouble | null
}

/** How a draft reaches the server. */
export interface Desk {
  readonly save: (revision: number, patch: unknown) => Promise<Dashboard>
  readonly newest: () => Promise<Dashboard>
  readonly onSaved: (dashboard: Dashboard) => void
  /** Told of all that is not saved, whenever it may have changed. */
  readonly onPending: (pending: readonly Change[]) => void
}

/**
 * A dashboard that is being edited. Each change shows at once and is saved as a revision of its own,
 * or together with others when they come faster than the server answers. What cannot be saved stays
 * pending until it is tried again or dropped.
 */
export class Draft {
  private current: DraftState
  private readonly desk: Desk
  private readonly listeners = new Set<() => void>()

  /** @param left what was done before the page went away: it waits for a word */
  constructor(base: Dashboard, desk: Desk, left: readonly Change[] = []) {
    const trouble = left.length > 0 ? ({ kind: 'left' } as const) : null
    this.current = { base, pending: left, shown: shownOf(base, left), saving: false, trouble }
    this.desk = desk
  }

  readonly state = (): DraftState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  change(change: Change): Promise<void> {
    this.set({ pending: [...this.current.pending, change] })
    return this.drain()
  }

  /**
   * A change that may be refused: answers what is wrong with it and takes it back, so that whoever made
   * it can mend it where it was typed. Null when it is saved, or waits for the end of a conflict.
   */
  async attempt(change: Change): Promise<string | null> {
    await this.change(change)
    const { trouble, pending } = this.current
    if (trouble?.kind !== 'failure' || !pending.includes(change)) return null
    this.set({ pending: pending.filter((one) => one !== change), trouble: null })
    return sentenceOf(trouble.error)
  }

  /** Puts what is pending on top of what the server has now. */
  retry(): Promise<void> {
    const { trouble, base } = this.current
    this.set({ base: trouble?.kind === 'conflict' ? trouble.theirs : base, trouble: null })
    return this.drain()
  }

  /** Gives up what is pending. */
  drop(): void {
    const { trouble, base } = this.current
    const now = trouble?.kind === 'conflict' ? trouble.theirs : base
    this.set({ base: now, pending: [], trouble: null })
    this.desk.onSaved(now)
  }

  /** The dashboard as the server has it now, whatever is here. */
  newest(): Promise<Dashboard> {
    return this.desk.newest()
  }

  /** Takes over what the server made of the dashboard by another way than a change. */
  replace(base: Dashboard): void {
    this.set({ base })
    this.desk.onSaved(base)
  }

  private async drain(): Promise<void> {
    const { saving, trouble, base, pending } = this.current
    if (saving || trouble !== null || pending.length === 0) return
    this.set({ saving: true })
    try {
      const saved = await this.desk.save(base.revision, patchOf(base, pending))
      this.set({ base: saved, pending: this.current.pending.slice(pending.length), saving: false })
      this.desk.onSaved(saved)
    } catch (error) {
      this.set({ saving: false, trouble: await this.troubleOf(error) })
    }
    await this.drain()
  }

  private async troubleOf(error: unknown): Promise<Trouble> {
    if (!(error instanceof ApiError) || error.status !== 409) return { kind: 'failure', error }
    try {
      return { kind: 'conflict', theirs: await this.desk.newest() }
    } catch (failure) {
      return { kind: 'failure', error: failure }
    }
  }

  private set(part: Partial<DraftState>): void {
    const next = { ...this.current, ...part }
    this.current = { ...next, shown: shownOf(next.base, next.pending) }
    this.desk.onPending(next.pending)
    for (const listener of this.listeners) listener()
  }
}

function shownOf(base: Dashboard, pending: readonly Change[]): Dashboard {
  return { ...base, ...pending.reduce<Board>(apply, base) }
}

/** Only what the changes are about, so that a new name makes no new content. */
function patchOf(base: Dashboard, changes: readonly Change[]): unknown {
  const { name, description, sections } = changes.reduce<Board>(apply, base)
  const says = changes.some(({ kind }) => kind === 'describe')
  const writes = changes.some(({ kind }) => kind !== 'describe')
  return {
    ...(says ? { name, description: description ?? '' } : {}),
    ...(writes ? { sections: wireSections(sections) } : {}),
  }
}
