import { useQuery } from '@tanstack/react-query'
import type { Chart } from '../api/dashboards.ts'
import { vocabularyQuery } from '../api/vocabulary.ts'
import type { Look } from '../dashboard/look.ts'
import { say } from '../lang/say.ts'
import { conditionParts, readConditions } from './conditions.ts'
import classes from './drill.module.css'
import { datasetOf, unfiltered } from './unfiltered.ts'

/** Which of the reader's filters a chart stays as it is under. */
export function FilterNote({ chart, look }: { readonly chart: Chart; readonly look: Look }) {
  const dataset = datasetOf(chart)
  const query = useQuery({
    ...vocabularyQuery(look.project, { of: 'dimension', in: dataset ?? '' }),
    enabled: dataset !== undefined,
  })
  if (dataset !== undefined && query.data === undefined) return null
  const dimensions = (query.data ?? []).map(({ value }) => value)
  const names = unfiltered(chart, readConditions(look.properties), dimensions).map(
    (one) => conditionParts(one).name,
  )
  if (names.length === 0) return null
  const sentence = say('Not filtered by {names}: its data has no such property.', { names: names.join(', ') })
  return (
    <p className={classes.note} title={sentence}>
      {sentence}
    </p>
  )
}
