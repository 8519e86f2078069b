'use client'

import { useQuery } from '@tanstack/react-query'
import { eventQueries } from '@/lib/client/event-queries'
import { paths } from '@/lib/client/paths'
import type { Expectation, Expectations } from '@/lib/contracts/expectation'
import { alarmsText, expectationText, judgedText } from '@/lib/domain/flow/expectation-text'
import { EventName } from '@/components/event/event-name'
import { Bone } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { AnswerSummary } from './answer-line'
import { count } from './numbers'

interface NextStepsProps {
  eventId: string
  /** Events of the chain. */
  size: number
  /** Brings an event of the chain into sight. */
  onShow: (eventId: string) => void
}

const MOST_SHOWN = 3
/** Overdue steps that are listed. */
const MOST_LATE = 20

/**
 * What should come next in a chain, in one line that is there from the start: how its ends stand, and unfolded what is
 * overdue, how usual that would be, and whose it is.
 */
export function NextSteps({ eventId, size, onShow }: NextStepsProps) {
  const { data, isError } = useQuery({
    ...eventQueries.expectations(eventId),
    refetchInterval: size <= 1_000 ? 15_000 : false,
  })
  const late = data?.items.filter(({ state }) => state === 'overdue') ?? []
  const others = data?.items.filter(({ state, leaf }) => leaf && state !== 'overdue') ?? []
  const judged = data === undefined ? null : judgedText(data.judged)
  const opens = late.length + others.length > 0 || judged !== null
  return (
    <section aria-label="What should come next" className="border-y border-line bg-sunken px-5 py-1.5">
      <details className="group">
        <AnswerSummary opens={opens}>
          {data === undefined && isError ? (
            <span className="text-ink-2">
              What should come next could not be worked out. Load the page again to ask for it.
            </span>
          ) : data === undefined ? (
            <>
              <Bone className="h-4 w-72 max-w-full" />
              <span className="sr-only">What should come next is being worked out</span>
            </>
          ) : late[0] !== undefined ? (
            <>
              <Tag tone="breaking">
                {data.counts.overdue === 1 ? 'Overdue' : `${count(data.counts.overdue)} overdue`}
              </Tag>{' '}
              <EventName name={late[0].type} className="font-medium" /> {/* Unfolded, the list says it. */}
              <span className="text-ink-2 group-open:hidden">{expectationText(late[0])}</span>
            </>
          ) : (
            <span className="text-ink-2">{summaryOf(data)}</span>
          )}
        </AnswerSummary>
        <ul className="mt-1 flex flex-col gap-1 pb-1">
          {[...late.slice(0, MOST_LATE), ...others.slice(0, MOST_SHOWN * 3)].map((one) => (
            <Step key={one.event_id} one={one} onShow={onShow} />
          ))}
        </ul>
        {data !== undefined && data.counts.overdue > MOST_LATE && (
          <p className="pb-1 text-ink-3">
            These are the {MOST_LATE} overdue steps that have waited longest, of {count(data.counts.overdue)}.
            {data.counts.overdue > late.length && ` In the tree the ${count(late.length)} longest have rows.`}
          </p>
        )}
        {judged !== null && <p className="pb-1 text-ink-3">{judged}</p>}
      </details>
    </section>
  )
}

const WORDS = {
  overdue: 'Overdue',
  'in-time': 'In time',
  'ends-here': 'Ends here',
  unknown: 'Not known',
} as const

function Step({ one, onShow }: { one: Expectation; onShow: (eventId: string) => void }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <Tag tone={one.state === 'overdue' ? 'breaking' : undefined}>{WORDS[one.state]}</Tag>
      <button
        type="button"
        onClick={() => onShow(one.event_id)}
        className="rounded-sm font-medium underline decoration-line-strong underline-offset-2"
      >
        <EventName name={one.type} />
      </button>
      <span className="text-ink-2">{expectationText(one)}</span>
      {one.state === 'overdue' && (
        <span className="text-xs text-ink-3">
          {alarmsText(one)}{' '}
          {one.owner !== null && (
            <TextLink href={paths.owner(one.owner.slug)}>Reach {one.owner.name}</TextLink>
          )}
        </span>
      )}
    </li>
  )
}

function summaryOf({ counts, judged }: Expectations): string {
  const parts = [
    counts['in-time'] > 0 &&
      `${count(counts['in-time'])} ${counts['in-time'] === 1 ? 'end is' : 'ends are'} still in time for a next step`,
    counts['ends-here'] > 0 && `${count(counts['ends-here'])} ended as usual`,
    counts.unknown > 0 && `${count(counts.unknown)} with too little history to say`,
  ].filter((part) => part !== false)
  if (judged.events < judged.of) {
    const among = `Nothing is overdue among the ${count(judged.events)} of ${count(judged.of)} events that were judged`
    return `${among}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`
  }
  return parts.length === 0 ? 'Nothing is expected to follow.' : `Nothing is overdue: ${parts.join(', ')}.`
}
