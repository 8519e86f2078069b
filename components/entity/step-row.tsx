import { paths } from '@/lib/client/paths'
import type { EntityStepOnWire } from '@/lib/contracts/entity'
import type { Difference } from '@/lib/domain/entity/difference'
import { DifferenceList } from '@/components/event/difference-list'
import { EventTypeLink } from '@/components/event/event-type-link'
import { Time } from '@/components/event/time'
import { VersionLabel } from '@/components/event/version-label'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { TextLink } from '@/components/ui/text-link'
import { OperationTag } from './operation-tag'

interface StepRowProps {
  step: EntityStepOnWire
  /** All of the first state is new: there is nothing to compare it with. */
  isFirst: boolean
  /** Its state is the one that is shown. */
  current: boolean
  onShow: () => void
}

/** One event of an entity's history and what it changed, field by field. */
export function StepRow({ step, isFirst, current, onShow }: StepRowProps) {
  const whole = step.differences.length === 1 && step.differences[0]?.pointer === ''
  return (
    <li
      aria-current={current || undefined}
      className={classNames(
        'border-b border-l-2 border-line px-3 py-2 last:border-b-0',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent',
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <EventTypeLink name={step.type} className="font-medium" />
        <OperationTag operation={step.operation} />
        <VersionLabel label={step.version} className="text-ink-3" />
        {step.producer !== null && <span className="text-ink-3">by {step.producer}</span>}
        <span className="ml-auto flex items-baseline gap-2">
          <TextLink href={paths.event(step.event_id)}>
            <Time at={step.created_at} />
          </TextLink>
          <Button size="small" look="quiet" aria-pressed={current} onClick={onShow}>
            Show its state
          </Button>
        </span>
      </div>
      {whole && <p className="text-ink-3">{isFirst ? 'The first state.' : 'Another state as a whole.'}</p>}
      {step.differences.length === 0 && <p className="text-ink-3">Nothing differs from the state before.</p>}
      {!whole && step.differences.length > 0 && (
        <DifferenceList
          differences={step.differences as Difference[]}
          rest="marked in its state"
          className="mt-1 flex flex-col gap-0.5"
        />
      )}
    </li>
  )
}
