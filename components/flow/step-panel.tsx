'use client'

import { useQuery } from '@tanstack/react-query'
import { flowQueries } from '@/lib/client/flow-queries'
import { paths } from '@/lib/client/paths'
import type { FlowStep, FlowType } from '@/lib/contracts/flow'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { EventTypeLink } from '@/components/event/event-type-link'
import { ServiceLink } from '@/components/event/owner-link'
import { VersionLabel } from '@/components/event/version-label'
import { PanelFailure } from '@/components/ui/read-failure'
import { TextLink } from '@/components/ui/text-link'
import { DelayPicture } from './delay-picture'
import { FlowPanel } from './flow-panel'
import { count, percent } from './numbers'
import { TrendPicture } from './trend-picture'

interface StepPanelProps {
  from: string
  to: string
  days: number
  types: readonly FlowType[]
  takesFocus: boolean
  onClose: () => void
}

/** One step in full: how often, how long it took, how both went over the period. */
export function StepPanel({ from, to, days, types, takesFocus, onClose }: StepPanelProps) {
  const { data, error, refetch } = useQuery(flowQueries.step({ from, to, days }))
  const kind = (name: string) => types.find((type) => type.name === name)?.kind
  return (
    <FlowPanel
      label={`Step from ${from} to ${to}`}
      onClose={onClose}
      takesFocus={takesFocus}
      title={
        <>
          <EventTypeLink name={from} kind={kind(from)} />
          <span className="block">
            <span className="text-ink-3">→ </span>
            <EventTypeLink name={to} kind={kind(to)} />
          </span>
        </>
      }
    >
      {data !== undefined ? (
        <StepFacts step={data} />
      ) : error !== null ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Loading the step" className="mt-4 flex flex-col gap-4">
          <div className="bone h-10" />
          <div className="bone h-36" />
          <div className="bone h-36" />
        </div>
      )}
    </FlowPanel>
  )
}

function StepFacts({ step }: { step: FlowStep }) {
  if (step.count === 0)
    return <p className="mt-4 text-ink-2">In this period the one never led to the other.</p>
  return (
    <div className="mt-2 flex flex-col gap-4">
      <p className="text-ink-2">
        <strong className="font-semibold text-ink">{percent(step.share)}</strong> of {count(step.causes)}{' '}
        events led to it: {count(step.count)} times
        {step.p50_ms !== null && step.p95_ms !== null && (
          <>
            , half of them within {formatDuration(step.p50_ms)}, 95 % within {formatDuration(step.p95_ms)}
          </>
        )}
        .
      </p>
      <section>
        <h3 className="mb-1 font-semibold">How long it took</h3>
        <DelayPicture delays={step.delays} p50={step.p50_ms} p95={step.p95_ms} />
      </section>
      <section>
        <h3 className="mb-1 font-semibold">Over time</h3>
        <TrendPicture trend={step.trend} step={step.step} />
      </section>
      <section>
        <h3 className="mb-1 font-semibold">By version of {step.from}</h3>
        <ul>
          {step.versions.map(({ version, count: times, causes, share }) => (
            <li key={version} className="flex items-baseline gap-2 py-0.5">
              <VersionLabel label={version} />
              <span className="ml-auto text-xs text-ink-3">
                {count(times)} of {count(causes)} · {percent(share)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className="mb-1 font-semibold">Who took it up</h3>
        <ul>
          {step.services.map(({ service, count: times }) => (
            <li key={service} className="flex items-baseline gap-2 py-0.5">
              <ServiceLink service={service === '' ? null : { slug: service, name: service }} />
              <span className="ml-auto text-xs text-ink-3">{count(times)}</span>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <TextLink href={paths.explore({ type: step.to })}>Events of {step.to}</TextLink>
      </p>
    </div>
  )
}
