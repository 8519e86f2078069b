import { paths } from '@/lib/client/paths'
import type { AwaitedStep } from '@/lib/domain/chain-view/awaited'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { group } from '@/lib/domain/chain-view/facts'
import type { Row } from '@/lib/domain/chain-view/rows'
import { alternativesText, expectationText, standingText } from '@/lib/domain/flow/expectation-text'
import { EventName } from '@/components/event/event-name'
import { classNames } from '@/components/ui/class-names'
import { TextLink } from '@/components/ui/text-link'
import { COLUMNS, DIMMED, Indent, NAME_CELL, ROW, rowAttributes } from './row-frame'

interface ExpectedRowProps {
  row: Row
  step: AwaitedStep
  index: number
  /** Distance from the top of the list. */
  offset: number
  active: boolean
  dimmed: boolean
}

/** The flow that a step which did not come yet belongs to, with its delays. */
export function stepAddress({ type, alternatives }: AwaitedStep): string {
  return paths.flows({ from: type, to: alternatives[0]?.type ?? '' })
}

/** The place of an event that did not come yet: what it would be, how late it is, and how long it usually takes. */
export function ExpectedRow({ row, step, index, offset, active, dimmed }: ExpectedRowProps) {
  const overdue = step.state === 'overdue'
  const within = step.p95_ms === null ? '' : formatDuration(step.p95_ms)
  return (
    <div
      role="treeitem"
      {...rowAttributes(row, index)}
      aria-label={`Expected: ${alternativesText(step)}, ${standingText(step)}, usually within ${within}`}
      aria-selected={false}
      tabIndex={active ? 0 : -1}
      title={expectationText(step)}
      className={classNames(COLUMNS, ROW, 'hover:bg-hover/60', overdue && !dimmed && HATCHED)}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <span className={classNames(NAME_CELL, dimmed && DIMMED)}>
        <Indent level={row.level} />
        <span className="w-5 shrink-0" />
        <span aria-hidden className={classNames('mr-1.5', overdue ? 'text-risky' : 'text-ink-3')}>
          ◇
        </span>
        <span className="min-w-0 truncate text-ink-2">
          {step.alternatives.slice(0, 2).map(({ type }, nth) => (
            <span key={type}>
              {nth > 0 && ' or '}
              <EventName name={type} className="[&_.verb]:text-inherit" />
            </span>
          ))}
          {step.alternatives.length > 2 && ` or ${step.alternatives.length - 2} more`}
        </span>
        <span className={classNames('ml-1.5 shrink-0', overdue ? 'text-risky' : 'text-ink-2')}>
          <span className="md:hidden">{overdue ? 'overdue' : 'expected'}</span>
          <span className="hidden md:inline">{standingText(step)}</span>
        </span>
      </span>
      <span className={classNames('hidden h-full truncate px-2 leading-8 md:block', dimmed && DIMMED)}>
        <TextLink href={stepAddress(step)} tabIndex={-1} className="text-ink-2">
          95 % within {within}, n = {group(step.n)}
        </TextLink>
      </span>
      <span
        className={classNames(
          'truncate pr-3 text-right font-mono text-xs',
          overdue ? 'text-risky' : 'text-ink-2',
          dimmed && DIMMED,
        )}
      >
        {formatDuration(step.waited_ms)}
      </span>
    </div>
  )
}

const HATCHED = 'bg-[repeating-linear-gradient(135deg,var(--risky-soft)_0_8px,transparent_8px_16px)]'
