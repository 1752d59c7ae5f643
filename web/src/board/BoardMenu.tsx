import { Button } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Address } from '../api/editing.ts'
import { FileItems } from '../export/FileItems.tsx'
import type { Files } from '../export/files.ts'
import { say } from '../lang/say.ts'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import classes from './board.module.css'

const LinksDialog = lazy(async () => ({ default: (await import('../link/LinksDialog.tsx')).LinksDialog }))

const AboutDialog = lazy(async () => ({ default: (await import('../about/AboutDialog.tsx')).AboutDialog }))

interface BoardMenuProps {
  readonly address: Address
  /** What the dashboard is called. */
  readonly name: string
  readonly zone: string
  /** Whether the reader may change the dashboard. */
  readonly editable: boolean
  readonly files: Files
}

/** What can be done with a dashboard besides looking at it and editing it. */
export function BoardMenu({ address, name, zone, editable, files }: BoardMenuProps) {
  const [opened, setOpened] = useState<'links' | 'about' | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      {editable && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="share" />}
          onClick={() => setOpened('links')}
        >
          {say('Share')}
        </Button>
      )}
      <Dropdown
        label={say('Menu of the dashboard')}
        button={<Icon name="dots" />}
        buttonProps={{ px: 7 }}
        align="end"
      >
        {(shut) => (
          <div className={classes.menu}>
            {editable && (
              <Item
                onClick={() => {
                  shut()
                  setOpened('about')
                }}
              >
                {say('Settings…')}
              </Item>
            )}
            <p className={classes.caption}>{say('Save as a file')}</p>
            <FileItems files={files} formats={['pdf', 'xlsx', 'csv', 'png']} />
          </div>
        )}
      </Dropdown>
      <Suspense>
        {opened === 'links' && <LinksDialog address={address} name={name} zone={zone} onClose={close} />}
        {opened === 'about' && <AboutDialog address={address} onClose={close} />}
      </Suspense>
    </>
  )
}

function Item({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={classes.item} onClick={onClick}>
      {children}
    </button>
  )
}
