import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { createDashboard } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { previewQuery } from '../api/questions.ts'
import type { Project } from '../api/session.ts'
import { extendColors, noColors } from '../chart/colors.ts'
import type { Slot } from '../dashboard/answers.ts'
import { ChartPanel } from '../dashboard/ChartPanel.tsx'
import { usePanelContext } from '../dashboard/usePanelContext.ts'
import { say } from '../lang/say.ts'
import { useLanguage } from '../lang/useLanguage.ts'
import { page } from '../lib/paths.ts'
import { firstBoard, firstChart } from './board.ts'
import classes from './guide.module.css'

interface FirstChartProps {
  readonly project: Project
  readonly editable: boolean
  /** Milliseconds between two looks at the numbers. */
  readonly pause: number
}

/** The events as they come, and the offer to keep them in sight. */
export function FirstChart({ project, editable, pause }: FirstChartProps) {
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: its title is said in the language
  const chart = useMemo(firstChart, [language])
  const context = usePanelContext(project.timezone)
  const answer = useQuery({
    ...previewQuery(project.id, chart.query, {}),
    staleTime: 0,
    refetchInterval: pause,
  })
  const result = answer.data ?? null
  const slot: Slot = useMemo(() => {
    const drawn = result === null ? null : { ...result, title: chart.title, type: chart.type }
    return { result: drawn, fresh: true, colors: drawn === null ? noColors : extendColors(noColors, drawn) }
  }, [result, chart])
  return (
    <>
      <div className={classes.chart}>
        <ChartPanel
          chart={chart}
          slot={slot}
          context={context}
          broken={answer.isError}
          onReload={() => void answer.refetch()}
        />
      </div>
      {editable && <Keep project={project.id} />}
    </>
  )
}

function Keep({ project }: { project: number }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const keep = useMutation({
    mutationFn: () => createDashboard(project, firstBoard()),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ['dashboards', project] })
      await navigate({ to: page.dashboard, params: { project: String(project), id: String(id) } })
    },
  })
  return (
    <>
      <Button size="xs" loading={keep.isPending} onClick={() => keep.mutate()}>
        {say('Keep it as a dashboard')}
      </Button>
      {keep.isError && <p role="alert">{sentenceOf(keep.error)}</p>}
    </>
  )
}
