import { Button, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { GridLayout, useContainerWidth } from 'react-grid-layout'
import { say } from '../lang/say.ts'
import 'react-grid-layout/css/styles.css'
import type { Card, Section } from '../api/dashboards.ts'
import { columns, placed } from '../dashboard/layout.ts'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import { isNew, sectionName } from './board.ts'
import type { Change } from './change.ts'
import classes from './edit.module.css'
import { itemsOf, spotsOf } from './move.ts'

export interface EditGridProps {
  readonly sections: readonly Section[]
  readonly onChange: (change: Change) => void
  /** The rows of a section are higher, for charts that were laid out so. */
  readonly isTall: (section: Section) => boolean
  readonly renderCard: (card: Card) => ReactNode
}

/** The sections with cards to drag and resize; one below the other where the window is narrow. */
export function EditGrid({ sections, onChange, isTall, renderCard }: EditGridProps) {
  return sections.map((section, index) => (
    <section key={index} className={classes.section} aria-label={sectionName(section, index)}>
      <SectionHead sections={sections} index={index} onChange={onChange} />
      {section.cards.length === 0 ? (
        <div className={classes.hollow}>
          <Message title={say('No cards in this section')} />
        </div>
      ) : (
        <SectionGrid section={section} tall={isTall(section)} onChange={onChange} renderCard={renderCard} />
      )}
    </section>
  ))
}

interface SectionGridProps extends Pick<EditGridProps, 'onChange' | 'renderCard'> {
  readonly section: Section
  readonly tall: boolean
}

function SectionGrid({ section: { cards }, tall, onChange, renderCard }: SectionGridProps) {
  const { width, containerRef, mounted } = useContainerWidth()
  const narrow = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const order = placed(cards)
  const keep = (layout: Parameters<typeof spotsOf>[1]) => {
    const spots = spotsOf(cards, layout)
    if (spots.length > 0) onChange({ kind: 'arrange', spots })
  }
  if (narrow) {
    return (
      <div className={classes.stack}>
        {order.map(({ card, h }) => (
          <div key={card.id} className={classes.item} style={{ height: h * 80 + 16 }}>
            {renderCard(card)}
          </div>
        ))}
      </div>
    )
  }
  const gap = tall ? 10 : 12
  return (
    <div ref={containerRef} className={classes.grid}>
      {mounted && (
        <GridLayout
          width={width}
          layout={itemsOf(cards)}
          gridConfig={{
            cols: columns,
            rowHeight: tall ? 96 : 68,
            margin: [gap, gap],
            containerPadding: [0, 0],
          }}
          dragConfig={{ enabled: true, handle: '[data-grip]', threshold: 3 }}
          resizeConfig={{ enabled: true, handles: ['se'] }}
          onDragStop={keep}
          onResizeStop={keep}
        >
          {order.map(({ card }) => (
            <div key={String(card.id)} className={classes.item} data-new={isNew(card) || undefined}>
              {renderCard(card)}
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  )
}

interface HeadProps extends Pick<EditGridProps, 'sections' | 'onChange'> {
  readonly index: number
}

/** A section's title, to be written over, and what can be done with the section. */
function SectionHead({ sections, index, onChange }: HeadProps) {
  const section = sections[index]
  const saved = section?.title ?? ''
  const [typed, setTyped] = useState<{ over: string; title: string } | null>(null)
  // What was typed counts until the section is called otherwise.
  const title = typed?.over === saved ? typed.title : saved
  const name = sectionName(section, index)
  const rename = () => {
    if (title !== saved) onChange({ kind: 'rename section', section: index, title })
  }
  return (
    <div className={classes.sectionHead}>
      <TextInput
        size="xs"
        aria-label={say('Title of {name}', { name })}
        placeholder={say('Section title')}
        value={title}
        onChange={(event) => setTyped({ over: saved, title: event.currentTarget.value })}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && rename()}
      />
      <Button
        {...quiet}
        aria-label={say('Move {name} up', { name })}
        disabled={index === 0}
        onClick={() => onChange({ kind: 'shift section', section: index, by: -1 })}
      >
        <Icon name="up" />
      </Button>
      <Button
        {...quiet}
        aria-label={say('Move {name} down', { name })}
        disabled={index === sections.length - 1}
        onClick={() => onChange({ kind: 'shift section', section: index, by: 1 })}
      >
        <Icon name="chevron" />
      </Button>
      <Button
        {...quiet}
        aria-label={say('Remove {name}', { name })}
        onClick={() => onChange({ kind: 'remove section', section: index })}
      >
        <Icon name="trash" />
      </Button>
    </div>
  )
}

const quiet = { variant: 'subtle', color: 'gray', size: 'compact-sm' } as const
