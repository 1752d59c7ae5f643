import { useQuery } from '@tanstack/react-query'
import { type Meaning, type Source, vocabularyQuery } from '../../api/vocabulary.ts'
import { useForm } from './FormContext.ts'

const none: readonly Meaning[] = []

/** The words of a source; none while they are on their way, or without a source. */
export function useOptions(source: Source | null): readonly Meaning[] {
  const { project } = useForm()
  const known = useQuery({ ...vocabularyQuery(project, source ?? { of: 'event' }), enabled: source !== null })
  return source === null ? none : (known.data ?? none)
}
