import { ActionIcon, Button } from '@mantine/core'
import { say } from '../lang/say.ts'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import type { DraftState } from './Draft.ts'
import classes from './edit.module.css'
import type { Steps } from './timeline.ts'

export interface EditActions {
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onHistory: () => void
  readonly onAddChart: () => void
  readonly onAddText: () => void
  readonly onAddSection: () => void
  readonly onDescribe: () => void
  readonly onJson: () => void
  readonly onTemplate: () => void
  readonly onTrash: () => void
  readonly onDone: () => void
}

interface EditBarProps extends EditActions {
  readonly state: DraftState
  readonly steps: Steps
  readonly busy: boolean
}

/** What can be done with a whole dashboard, and whether everything is saved. */
export function EditBar({ state, steps, busy, ...actions }: EditBarProps) {
  const settled = !busy && !state.saving && state.pending.length === 0
  return (
    <div className={classes.editBar} role="toolbar" aria-label={say('Editing')}>
      <Tool
        icon="undo"
        label={say('Undo')}
        onClick={actions.onUndo}
        disabled={!settled || steps.undo === null}
      />
      <Tool
        icon="redo"
        label={say('Redo')}
        onClick={actions.onRedo}
        disabled={!settled || steps.redo === null}
      />
      <Tool icon="history" label={say('History')} onClick={actions.onHistory} />
      <span className={classes.divider} />
      <Dropdown
        label={say('Add')}
        button={say('Add')}
        buttonProps={{ variant: 'filled', leftSection: <Icon name="plus" /> }}
      >
        {(close) => (
          <div className={classes.menu}>
            <MenuItem label={say('Chart')} close={close} onClick={actions.onAddChart} />
            <MenuItem label={say('Text')} close={close} onClick={actions.onAddText} />
            <MenuItem label={say('Section')} close={close} onClick={actions.onAddSection} />
          </div>
        )}
      </Dropdown>
      <Button size="xs" variant="default" onClick={actions.onDescribe}>
        {say('Settings')}
      </Button>
      <span className={classes.status} role="status">
        {statusOf(state, busy)}
      </span>
      <Dropdown
        label={say('More')}
        button={<Icon name="dots" />}
        buttonProps={{ variant: 'subtle', color: 'gray' }}
        align="end"
      >
        {(close) => (
          <div className={classes.menu}>
            <MenuItem label={say('As JSON')} close={close} onClick={actions.onJson} />
            <MenuItem label={say('Save as a template')} close={close} onClick={actions.onTemplate} />
            <button
              type="button"
              data-danger=""
              onClick={() => {
                close()
                actions.onTrash()
              }}
            >
              {say('Move to the trash')}
            </button>
          </div>
        )}
      </Dropdown>
      <Button size="xs" onClick={actions.onDone}>
        {say('Done')}
      </Button>
    </div>
  )
}

function MenuItem({ label, close, onClick }: { label: string; close: () => void; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={() => {
        close()
        onClick()
      }}
    >
      {label}
    </button>
  )
}

interface ToolProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
  readonly disabled?: boolean
}

function Tool({ icon, label, onClick, disabled = false }: ToolProps) {
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </ActionIcon>
  )
}

function statusOf({ saving, pending, trouble }: DraftState, busy: boolean): string {
  if (trouble !== null) return say('Not saved')
  return say(saving || busy || pending.length > 0 ? 'Saving…' : 'Saved')
}
