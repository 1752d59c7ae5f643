import { Button } from '@mantine/core'
import { say } from '../lang/say.ts'
import classes from './MoreButton.module.css'

/** A list that comes page by page, as an infinite query gives it. */
interface Pages {
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

/** Asks for the next page of a list; nothing at its end. */
export function MoreButton({ pages }: { pages: Pages }) {
  if (!pages.hasNextPage) return null
  return (
    <div className={classes.more}>
      <Button
        size="xs"
        variant="default"
        loading={pages.isFetching}
        onClick={() => void pages.fetchNextPage()}
      >
        {say('Show more')}
      </Button>
    </div>
  )
}
