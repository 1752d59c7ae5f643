import { Badge } from '@mantine/core'
import { say } from '../lang/say.ts'
import classes from './Tags.module.css'

export function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <ul className={classes.tags} aria-label={say('Tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <Badge size="sm" variant="light" tt="none" fw={500}>
            {tag}
          </Badge>
        </li>
      ))}
    </ul>
  )
}
