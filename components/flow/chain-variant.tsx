'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { eventQueries } from '@/lib/client/event-queries'
import { paths } from '@/lib/client/paths'
import type { ChainVariant as Shape } from '@/lib/contracts/variant'
import { EventName } from '@/components/event/event-name'
import { classNames } from '@/components/ui/class-names'
import { Bone } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { AnswerSummary, AnswerText } from './answer-line'
import { count, percent } from './numbers'

/** How rare the shape of a chain is; where it is none of the usual ones, beside the nearest of them, step by step. */
export function ChainVariant({ eventId, size }: { eventId: string; size: number }) {
  const { data, isError } = useQuery(eventQueries.variant(eventId, size))
  if (!data && isError) return <Line>How usual the shape of this chain is could not be worked out.</Line>
  if (!data)
    return (
      <Line>
        <Bone className="h-4 w-80 max-w-full" />
        <span className="sr-only">It is being worked out how usual the shape of this chain is</span>
      </Line>
    )
  if (data.root_type === null || data.chains === 0)
    return (
      <Line>
        {data.hash === ''
          ? 'This chain is too large to have a usual shape.'
          : data.root_type === null
            ? 'The beginning of this chain was never received: there is nothing to compare its shape with.'
            : `No other chain to compare its shape with yet begins with ${data.root_type}.`}
      </Line>
    )
  // It may be this very chain.
  if (data.chains === 1)
    return (
      <Line>Only one chain that begins with {data.root_type} is known: too few to say what is usual.</Line>
    )
  const { root_type, nearest, usual } = data
  const begin = `that begin with ${root_type}`
  if (usual || nearest === null)
    return (
      <Line>
        {usual ? 'A usual shape' : 'A shape of its own'}: {rarity(data)}{' '}
        <TextLink href={paths.variants(root_type)}>
          chains{shareOf(data)} {begin}
        </TextLink>
        .
      </Line>
    )
  const differing = nearest.steps.filter(({ is }) => is !== 'same').length
  return (
    <details className="group border-b border-line px-5 py-1.5 text-ink-2">
      <AnswerSummary opens>
        <strong className="font-medium text-ink">An unusual shape</strong>: {rarity(data)} chains
        {shareOf(data)} {begin}.{' '}
        {differing === 0
          ? 'It has the steps of a usual one in another combination.'
          : `It differs in ${differing === 1 ? 'one step' : `${differing} steps`} from a usual one.`}
      </AnswerSummary>
      <div className="pt-1 pb-2">
        {/* A chain of hundreds of events would push its own tree out of reach. */}
        <div
          role="region"
          aria-label="Steps of both chains"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
          tabIndex={0}
          className="max-h-[40dvh] overflow-y-auto"
        >
          <ol aria-label="Beside the nearest usual chain" className="text-xs leading-5">
            {nearest.steps.map((step, index) => (
              <Step key={index} step={step} />
            ))}
          </ol>
        </div>
        <p className="mt-1">
          The nearest usual shape is that of {percent(nearest.share)} of the{' '}
          <TextLink href={paths.variants(root_type)}>chains {begin}</TextLink>:{' '}
          <TextLink href={paths.event(nearest.example)}>one of them</TextLink>.
        </p>
      </div>
    </details>
  )
}

/** Always there, so that nothing moves when it is known. */
function Line({ children }: { children: ReactNode }) {
  return (
    <p className="border-b border-line px-5 py-1.5 text-ink-2">
      <AnswerText>{children}</AnswerText>
    </p>
  )
}

function rarity({ count: same, chains }: Shape): string {
  return `that of ${same === 0 ? 'none' : count(same)} of ${count(chains)}`
}

function shareOf({ share, count: same }: Shape): string {
  return same === 0 ? '' : ` (${percent(share)})`
}

type ShapeStep = NonNullable<Shape['nearest']>['steps'][number]

const MARKS: Record<ShapeStep['is'], readonly [sign: string, word: string, look: string]> = {
  same: ['', '', ''],
  more: ['+', 'only here', 'bg-safe-soft'],
  missing: ['−', 'missing here', 'bg-breaking-soft'],
  often: ['×', 'several times here, once usually', 'bg-risky-soft'],
  once: ['1', 'once here, several times usually', 'bg-risky-soft'],
}

function Step({ step: { type, depth, is } }: { step: ShapeStep }) {
  const [sign, word, look] = MARKS[is]
  return (
    <li className={classNames('flex items-baseline rounded-sm', look)}>
      <span aria-hidden className="w-5 shrink-0 text-center font-mono text-ink-3">
        {sign}
      </span>
      <span style={{ paddingLeft: `${Math.min(depth, 12)}rem` }}>
        {type === '' ? 'a parent that was never received' : <EventName name={type} />}
      </span>
      {word !== '' && <span className="ml-2 text-ink-2">{word}</span>}
    </li>
  )
}
