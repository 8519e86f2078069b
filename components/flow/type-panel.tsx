import type { FlowEdge, Flows } from '@/lib/contracts/flow'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { EventName } from '@/components/event/event-name'
import { EventTypeLink } from '@/components/event/event-type-link'
import { DomainLink, OwnerLink } from '@/components/event/owner-link'
import { FlowPanel } from './flow-panel'
import { count, percent } from './numbers'

interface TypePanelProps {
  name: string
  flows: Flows
  onStep: (from: string, to: string) => void
  onClose: () => void
}

/** The event type selected on the map, with every step into it and out of it. */
export function TypePanel({ name, flows, onStep, onClose }: TypePanelProps) {
  const type = flows.types.find((one) => one.name === name)
  return (
    <FlowPanel
      label={`Steps of ${name}`}
      onClose={onClose}
      title={<EventTypeLink name={name} kind={type?.kind ?? null} />}
    >
      <p className="mt-1 text-ink-2">
        <OwnerLink owner={type?.owner ?? null} /> · <DomainLink domain={type?.domain ?? null} /> ·{' '}
        {count(type?.count ?? 0)} events
      </p>
      <Steps
        title="Caused by"
        none="Nothing here leads to it."
        steps={flows.edges.filter(({ to }) => to === name)}
        side="from"
        onStep={onStep}
      />
      <Steps
        title="Causes"
        none="It leads to nothing here."
        steps={flows.edges.filter(({ from }) => from === name)}
        side="to"
        onStep={onStep}
      />
    </FlowPanel>
  )
}

interface StepsProps {
  title: string
  none: string
  steps: readonly FlowEdge[]
  side: 'from' | 'to'
  onStep: (from: string, to: string) => void
}

function Steps({ title, none, steps, side, onStep }: StepsProps) {
  return (
    <section className="mt-4">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-2 pr-2">
        <h3 className="font-semibold">
          {title} <span className="font-normal text-ink-3">{steps.length}</span>
        </h3>
        {steps.length > 0 && (
          <span className="ml-auto text-xs text-ink-3">
            times · share of {side === 'to' ? 'these events' : 'the cause'} · half within
          </span>
        )}
      </div>
      {steps.length === 0 && <p className="text-ink-2">{none}</p>}
      <ul>
        {steps.map((step) => (
          <li key={step[side]}>
            <button
              type="button"
              onClick={() => onStep(step.from, step.to)}
              className="flex w-full flex-wrap items-baseline gap-x-2 rounded-md px-2 py-1 text-left hover:bg-hover"
            >
              <EventName name={step[side]} />
              <span className="ml-auto text-xs text-ink-3">
                {count(step.count)} · {percent(step.share)}
                {step.p50_ms !== null && ` · ${formatDuration(step.p50_ms)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
