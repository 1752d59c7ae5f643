import { never } from '../../lib/never.ts'
import type { Field } from '../field.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { CodeField } from './CodeField.tsx'
import { DatesField } from './DatesField.tsx'
import { FilterView } from './FilterView.tsx'
import { FlagField } from './FlagField.tsx'
import { ListView } from './ListView.tsx'
import { NumberField } from './NumberField.tsx'
import { OperatorField } from './OperatorField.tsx'
import { SomeField } from './SomeField.tsx'
import { TextField } from './TextField.tsx'
import { ValuesField } from './ValuesField.tsx'

/** One thing that a form asks. */
export function FieldView({ field }: { readonly field: Field }) {
  switch (field.as) {
    case 'choice':
      return <ChoiceField field={field} />
    case 'text':
      return <TextField field={field} />
    case 'number':
      return <NumberField field={field} />
    case 'flag':
      return <FlagField field={field} />
    case 'dates':
      return <DatesField field={field} />
    case 'operator':
      return <OperatorField field={field} />
    case 'values':
      return <ValuesField field={field} />
    case 'some':
      return <SomeField field={field} />
    case 'code':
      return <CodeField field={field} />
    case 'list':
      return <ListView field={field} />
    case 'filter':
      return <FilterView field={field} />
    default:
      return never(field)
  }
}
