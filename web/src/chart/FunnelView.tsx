import { useMemo } from 'react'
import type { ChartAnswer } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import classes from './FunnelView.module.css'
import { funnelOf } from './funnel.ts'
import type { DrawContext } from './marks.ts'
import { Picked } from './Picked.tsx'
import type { OnPick } from './spot.ts'

interface FunnelViewProps {
  readonly answer: ChartAnswer
  readonly title: string
  readonly context: DrawContext
  readonly onPick?: OnPick | undefined
}

/** One row a step, one bar a breakdown value, as long as the share of those who began. */
export function FunnelView({ answer, title, context, onPick }: FunnelViewProps) {
  const funnel = useMemo(() => funnelOf(answer, context), [answer, context])
  return (
    <div className={classes.funnel}>
      {context.legend !== false && funnel.legend.length > 0 && (
        <ul className={classes.legend} aria-label={say('Legend of {title}', { title })}>
          {funnel.legend.map(({ name, color }) => (
            <li key={name}>
              <span className={classes.swatch} style={{ background: color }} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <ol className={classes.steps} aria-label={title}>
        {funnel.steps.map((step, index) => (
          <li key={`${index} ${step.name}`} className={classes.step}>
            <div className={classes.names}>
              <span className={classes.name} title={step.name}>
                {index + 1}. {step.name}
              </span>
              <span className={classes.hint}>{step.hint}</span>
            </div>
            {step.bars.map((bar) => (
              <div key={bar.name} className={classes.row} data-thin={step.bars.length > 1} title={bar.story}>
                {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the number beside it is the button */}
                <span
                  className={classes.track}
                  data-live={onPick !== undefined}
                  onClick={({ clientX, clientY }) => onPick?.(bar.spot, { x: clientX, y: clientY })}
                >
                  <span
                    className={classes.bar}
                    style={{ width: `${bar.share * 100}%`, background: bar.color }}
                  />
                </span>
                <Picked spot={bar.spot} onPick={onPick} className={classes.count} title={bar.story}>
                  {bar.count}
                </Picked>
                <span className={classes.percent}>{bar.percent}</span>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </div>
  )
}
