import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Card, Chart, Dashboard } from '../api/dashboards.ts'
import {
  type Address,
  moveCard,
  replaceDashboard,
  restoreRevision,
  revisionsQuery,
  trashDashboard,
} from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { type Answers, slotOf } from '../dashboard/answers.ts'
import { ChartPanel, type PanelContext } from '../dashboard/ChartPanel.tsx'
import { hasTrees } from '../dashboard/DashboardGrid.tsx'
import { chartOrder } from '../dashboard/layout.ts'
import { say } from '../lang/say.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { Message } from '../ui/Message.tsx'
import { ChartEditor, newChart, newText } from './ChartEditor.tsx'
import type { Change } from './change.ts'
import { copyCard } from './copyCard.ts'
import { DescribeDialog } from './DescribeDialog.tsx'
import type { Draft } from './Draft.ts'
import { EditBar } from './EditBar.tsx'
import { EditCard } from './EditCard.tsx'
import { EditGrid } from './EditGrid.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { JsonDialog } from './JsonDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { keeperOf, keptDialog, type Opened } from './opened.ts'
import { TargetDialog } from './TargetDialog.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'
import { TroubleBar } from './TroubleBar.tsx'
import { steps } from './timeline.ts'
import { useDraft } from './useDraft.ts'
import { useUndoKeys } from './useUndoKeys.ts'

export interface DashboardEditorProps {
  readonly address: Address
  readonly zone: string
  readonly dashboard: Dashboard
  readonly answers: Answers | undefined
  readonly context: PanelContext
  readonly broken: boolean
  readonly onReload: () => void
  readonly onDone: () => void
  readonly onTrashed: () => void
}

/** A dashboard in the making: each change shows at once, is saved at once, and can be undone. */
export function DashboardEditor(props: DashboardEditorProps) {
  const { address, dashboard } = props
  const { draft, state } = useDraft(address, dashboard)
  const [opened, setOpened] = useState(() => keptDialog(address))
  const [announced, setAnnounced] = useState('')
  const history = useQuery(revisionsQuery(address))
  const travel = useTravel(address, draft)
  const possible = steps(history.data?.results ?? [])
  const change = (made: Change) => void draft.change(made)
  const go = (revision: number | null) => {
    if (revision !== null) void travel.go(revision)
  }
  useUndoKeys({ onUndo: () => go(possible.undo), onRedo: () => go(possible.redo) })
  return (
    <>
      <EditBar
        state={state}
        steps={possible}
        busy={travel.busy || history.isFetching}
        onUndo={() => go(possible.undo)}
        onRedo={() => go(possible.redo)}
        onHistory={() => setOpened({ kind: 'history' })}
        onAddChart={() => setOpened({ kind: 'new', chart: newChart() })}
        onAddText={() => setOpened({ kind: 'new', chart: newText() })}
        onAddSection={() => change({ kind: 'add section', title: say('New section') })}
        onDescribe={() => setOpened({ kind: 'describe' })}
        onJson={() => setOpened({ kind: 'json' })}
        onTemplate={() => setOpened({ kind: 'template' })}
        onTrash={() => setOpened({ kind: 'trash' })}
        onDone={props.onDone}
      />
      {travel.error !== null && <Message title={travel.error} alert />}
      <TroubleBar address={address} zone={props.zone} draft={draft} state={state} />
      <p className="visually-hidden" role="status" aria-label={say('Position')}>
        {announced}
      </p>
      <Grid {...props} shown={state.shown} onChange={change} onOpen={setOpened} onAnnounce={setAnnounced} />
      {opened !== null && (
        <Panel
          {...props}
          opened={opened}
          draft={draft}
          shown={state.shown}
          onRestore={(revision) => go(revision)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

/** Goes to another revision, one at a time. */
function useTravel(address: Address, draft: Draft) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const go = async (revision: number) => {
    const { base, pending, saving } = draft.state()
    if (busy || saving || pending.length > 0) return
    setBusy(true)
    try {
      draft.replace(await restoreRevision(address, base.revision, revision))
      setError(null)
    } catch (failure) {
      setError(sentenceOf(failure))
    }
    setBusy(false)
  }
  return { busy, error, go }
}

interface GridProps extends DashboardEditorProps {
  readonly shown: Dashboard
  readonly onChange: (change: Change) => void
  readonly onOpen: (opened: Opened) => void
  readonly onAnnounce: (what: string) => void
}

function Grid({ shown, answers, context, broken, onReload, onChange, onOpen, onAnnounce }: GridProps) {
  const order = chartOrder(shown.sections)
  const panel = (chart: Chart) => (
    <ChartPanel
      key={chart.id}
      chart={chart}
      slot={slotOf(answers, chart.id, order.get(chart) ?? -1)}
      context={context}
      broken={broken}
      onReload={onReload}
    />
  )
  return (
    <EditGrid
      sections={shown.sections}
      onChange={onChange}
      isTall={hasTrees}
      renderCard={(card) => (
        <EditCard
          card={card}
          sections={shown.sections}
          onChange={onChange}
          onOpen={(chart) => onOpen({ kind: 'chart', chart })}
          onMoveAway={() => onOpen({ kind: 'move', card })}
          onTarget={() => onOpen({ kind: 'target', card })}
          onAnnounce={onAnnounce}
        >
          {card.charts.map(panel)}
        </EditCard>
      )}
    />
  )
}

interface PanelProps extends DashboardEditorProps {
  readonly opened: Opened
  readonly draft: Draft
  readonly shown: Dashboard
  readonly onRestore: (revision: number) => void
  readonly onClose: () => void
}

function Panel({ opened, address, zone, context, draft, shown, onRestore, onClose, onTrashed }: PanelProps) {
  switch (opened.kind) {
    case 'history':
      return (
        <HistoryPanel
          address={address}
          zone={zone}
          current={shown.revision}
          onRestore={onRestore}
          onClose={onClose}
        />
      )
    case 'describe':
      return (
        <DescribeDialog board={shown} onChange={(change) => void draft.change(change)} onClose={onClose} />
      )
    case 'json':
      return (
        <JsonDialog
          dashboard={draft.state().base}
          keeper={keeperOf(address, opened)}
          onSave={async (revision, document) => {
            draft.replace(await replaceDashboard(address, revision, document))
          }}
          newest={() => draft.newest()}
          onClose={onClose}
        />
      )
    case 'trash':
      return (
        <Confirm
          title={say('Move “{name}” to the trash?', { name: shown.name })}
          action={say('Move to the trash')}
          onConfirm={async () => {
            await trashDashboard(address, draft.state().base.revision)
            onTrashed()
          }}
          onClose={onClose}
        >
          {say('It can be taken out again from the list of dashboards.')}
        </Confirm>
      )
    case 'move':
      return (
        <MoveDialog
          address={address}
          card={opened.card}
          onMove={(to) => moved(address, draft, opened.card, to)}
          onCopy={(to) => copied(address, opened.card, to)}
          onClose={onClose}
        />
      )
    case 'target':
      return (
        <TargetDialog
          address={address}
          card={opened.card}
          onChange={(change) => void draft.change(change)}
          onClose={onClose}
        />
      )
    case 'chart':
    case 'new':
      return (
        <ChartEditor opened={opened} address={address} context={context} draft={draft} onClose={onClose} />
      )
    case 'template':
      return <TemplateDialog address={address} dashboard={shown} onClose={onClose} />
  }
}

/** What is wrong with moving the card; null when it is moved. */
async function moved(address: Address, draft: Draft, card: Card, to: number): Promise<string | null> {
  try {
    draft.replace(await moveCard(address, draft.state().base.revision, card.id, to))
    return null
  } catch (error) {
    return sentenceOf(error)
  }
}

async function copied({ project }: Address, card: Card, to: number): Promise<string | null> {
  try {
    await copyCard(project, card, to)
    return null
  } catch (error) {
    return sentenceOf(error)
  }
}
