import type { Source } from '../../api/vocabulary.ts'
import type {} from '../field.ts'
import { useOptions } from './useOptions.ts'

/** What an input may suggest while somebody types. */
export function Suggestions({ id, source }: { readonly id: string; readonly source: Source }) {
  const options = useOptions(source)
  return (
    <datalist id={id}>
      {options.map(({ value, label }) => (
        <option key={value} value={value} {...(label === value ? {} : { label })} />
      ))}
    </datalist>
  )
}
