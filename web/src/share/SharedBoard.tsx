import { Alert } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { sentenceOf } from '../api/errors.ts'
import type { OpenShare } from '../api/shares.ts'
import type { Answers } from '../dashboard/answers.ts'
import { ChartPanel } from '../dashboard/ChartPanel.tsx'
import { DashboardGrid } from '../dashboard/DashboardGrid.tsx'
import { Freshness } from '../dashboard/Freshness.tsx'
import { type DashboardSearch, questionOf, readSearch } from '../dashboard/search.ts'
import { usePanelContext } from '../dashboard/usePanelContext.ts'
import { FilesContext } from '../export/files.ts'
import { say } from '../lang/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { Logo } from '../ui/Logo.tsx'
import { Message } from '../ui/Message.tsx'
import { lookOf, offersOf, refreshOf, withoutDetails } from './look.ts'
import classes from './SharedBoard.module.css'
import { useSharedAnswers } from './useSharedAnswers.ts'
import { useSharedFiles } from './useSharedFiles.ts'

const VisitorControls = lazy(async () => ({
  default: (await import('./VisitorControls.tsx')).VisitorControls,
}))

interface SharedBoardProps {
  readonly share: OpenShare
  readonly token: string
  readonly ticket: string | null
  readonly embedded: boolean
}

/** A dashboard, or a single chart, to be looked at. */
export function SharedBoard({ share, token, ticket, embedded }: SharedBoardProps) {
  const { dashboard, settings, timezone, type } = share
  const look = lookOf(dashboard.name, settings)
  const [search, onSearch] = useVisitorSearch()
  const question = questionOf(search)
  const state = useSharedAnswers(token, ticket, refreshOf(dashboard), question)
  const offers = offersOf(share)
  const shared = useSharedFiles(token, ticket, question)
  const files = offers.files ? shared : null
  const single = type === 'insight'
  const withHeader = look.header && !single
  const freshness = (
    <Freshness answers={told(state.answers, look.details)} loading={state.loading} zone={timezone} />
  )
  return (
    <main className={classes.page} data-embedded={embedded} data-single={single}>
      <title>{look.title}</title>
      {withHeader && (
        <header className={classes.header}>
          <div className={classes.heading}>
            <h1 className={classes.title}>{dashboard.name || say('Untitled')}</h1>
            {look.details && dashboard.description && <p className="muted">{dashboard.description}</p>}
          </div>
          {freshness}
        </header>
      )}
      {offers.any && (
        <Suspense>
          <VisitorControls {...{ share, token, ticket, search, files, onSearch }} />
        </Suspense>
      )}
      {state.error !== null && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} mb="sm" role="alert">
          {sentenceOf(state.error)}
        </Alert>
      )}
      <div className={classes.content}>
        <FilesContext value={files}>
          <Content share={share} state={state} />
        </FilesContext>
      </div>
      {(look.brand || !withHeader) && (
        <footer className={classes.footer}>
          {look.brand ? <Brand /> : <span />}
          {!withHeader && freshness}
        </footer>
      )}
    </main>
  )
}

/** What the visitor has chosen, kept in the address. */
function useVisitorSearch(): [DashboardSearch, (search: DashboardSearch) => void] {
  const given: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  return [readSearch(given), (search) => void navigate({ to: '.', search })]
}

interface ContentProps {
  readonly share: OpenShare
  readonly state: ReturnType<typeof useSharedAnswers>
}

function Content({ share: { dashboard, settings, timezone, type }, state }: ContentProps) {
  const { header, legend, details } = lookOf(dashboard.name, settings)
  const { sections } = dashboard
  const shown = useMemo(() => (details ? sections : withoutDetails(sections)), [sections, details])
  const context = usePanelContext(timezone, legend)
  const common = { context, broken: state.error !== null && !state.loading, onReload: state.reload }
  const chart = shown[0]?.cards[0]?.charts[0]
  if (shown.every(({ cards }) => cards.length === 0))
    return <Message title={say('Nothing is on this dashboard yet')} />
  if (type === 'dashboard' || chart === undefined)
    return <DashboardGrid sections={shown} answers={state.answers} {...common} />
  return (
    <div className={header ? classes.single : `${classes.single} ${classes.bare}`}>
      <ChartPanel chart={chart} slot={state.answers?.slots[0]} {...common} />
    </div>
  )
}

function Brand() {
  return (
    <span className={classes.brand}>
      <Logo size={16} />
      {say('Made with Facet')}
    </span>
  )
}

/** How far into the project's data the numbers reach is a detail. */
function told(answers: Answers | undefined, details: boolean): Answers | undefined {
  return answers === undefined || details ? answers : { ...answers, position: null }
}
