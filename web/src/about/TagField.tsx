import { Button, CloseButton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { tagsQuery } from '../api/about.ts'
import { say } from '../lang/say.ts'
import classes from './about.module.css'
import { toggled } from './form.ts'

interface TagFieldProps {
  readonly project: number
  readonly tags: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}

/** The tags there are, each to be taken away, and a field for one more. */
export function TagField({ project, tags, onChange }: TagFieldProps) {
  const list = useId()
  const [typed, setTyped] = useState('')
  const known = useQuery(tagsQuery(project)).data?.results ?? []
  const add = () => {
    const tag = typed.trim()
    if (tag !== '') onChange(toggled(tags, tag, true))
    setTyped('')
  }
  return (
    <div>
      <div className={classes.row}>
        <TextInput
          label={say('Tags')}
          value={typed}
          list={list}
          maxLength={255}
          className={classes.grow ?? ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return
            event.preventDefault()
            add()
          }}
        />
        <Button type="button" variant="default" disabled={typed.trim() === ''} onClick={add}>
          {say('Add the tag')}
        </Button>
      </div>
      <datalist id={list}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      {tags.length > 0 && (
        <ul className={classes.chips} aria-label={say('Tags of the dashboard')}>
          {tags.map((tag) => (
            <li key={tag}>
              {tag}
              <CloseButton
                size="xs"
                aria-label={say('Take away the tag {tag}', { tag })}
                onClick={() => onChange(toggled(tags, tag, false))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
