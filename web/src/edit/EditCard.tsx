import { ActionIcon } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Card, Section } from '../api/dashboards.ts'
import { say } from '../lang/say.ts'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import { cardName, isNew, sectionName } from './board.ts'
import { type Change, duplicate, type Spot } from './change.ts'
import classes from './edit.module.css'
import { stepOf, stepped } from './move.ts'

interface EditCardProps {
  readonly card: Card
  readonly sections: readonly Section[]
  readonly onChange: (change: Change) => void
  /** Opens the editor of one of its charts. */
  readonly onOpen: (chart: Card['charts'][number]) => void
  /** Opens the choice of another dashboard. */
  readonly onMoveAway: (card: Card) => void
  /** Opens the choice of what a click leads to. */
  readonly onTarget: (card: Card) => void
  readonly onAnnounce: (what: string) => void
  readonly children: ReactNode
}

/** A card with a grip and a menu. The grip takes the mouse, a finger, or the arrow keys. */
export function EditCard(props: EditCardProps) {
  const { card, sections, onChange, onAnnounce, children } = props
  const name = cardName(card)
  const cards = sections.find((section) => section.cards.some(({ id }) => id === card.id))?.cards ?? []
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key, event.shiftKey)
    if (step === null) return
    event.preventDefault()
    const spots = stepped(cards, card.id, step)
    if (spots === null) return
    onChange({ kind: 'arrange', spots })
    const spot = spots.find(({ id }) => id === card.id) ?? card
    onAnnounce(placeText(name, spot))
  }
  return (
    <>
      <div className={classes.cardHead}>
        <ActionIcon
          data-grip=""
          className={classes.grip}
          variant="subtle"
          color="gray"
          size="sm"
          disabled={isNew(card)}
          aria-label={say('Move {name}', { name })}
          title={say('Drag, or use the arrow keys; with Shift they change the size')}
          onKeyDown={onKeyDown}
        >
          <Icon name="grip" />
        </ActionIcon>
        <span data-grip="" className={classes.bar} />
        <CardMenu {...props} />
      </div>
      <div className={classes.cardBody} data-layout={card.layout}>
        {children}
      </div>
    </>
  )
}

function placeText(name: string, { x, y, w, h }: Spot): string {
  const [column, row, wide, high] = [x + 1, y + 1, w, h]
  return say('{name}: column {column}, row {row}, {wide} wide, {high} high', {
    name,
    column,
    row,
    wide,
    high,
  })
}

function CardMenu({ card, sections, onChange, onOpen, onMoveAway, onTarget }: EditCardProps) {
  const name = cardName(card)
  const others = sections
    .map((section, index) => ({ name: sectionName(section, index), index, cards: section.cards }))
    .filter(({ cards }) => !cards.some(({ id }) => id === card.id))
  const change = (close: () => void, made: Change) => () => {
    close()
    onChange(made)
  }
  return (
    <Dropdown
      label={say('Menu of {name}', { name })}
      button={<Icon name="dots" />}
      buttonProps={{ variant: 'subtle', color: 'gray', size: 'compact-xs', disabled: isNew(card) }}
      align="end"
    >
      {(close) => (
        <div className={classes.menu}>
          {card.charts.map((chart) => (
            <button key={chart.id} type="button" onClick={() => onOpen(chart)}>
              {card.charts.length > 1
                ? say('Edit {name}', { name: chart.title || say('chart') })
                : say('Edit')}
            </button>
          ))}
          <button type="button" onClick={change(close, duplicate(card))}>
            {say('Duplicate')}
          </button>
          {others.map(({ name: section, index }) => (
            <button
              key={index}
              type="button"
              onClick={change(close, { kind: 'to section', card: card.id, section: index })}
            >
              {say('Move to “{section}”', { section })}
            </button>
          ))}
          <button type="button" onClick={() => onMoveAway(card)}>
            {say('Move or copy to another dashboard…')}
          </button>
          <button type="button" onClick={() => onTarget(card)}>
            {say('Lead to a dashboard…')}
          </button>
          <button type="button" data-danger="" onClick={change(close, { kind: 'remove', card: card.id })}>
            {say('Remove')}
          </button>
        </div>
      )}
    </Dropdown>
  )
}
