import type { FlowStep } from '@/lib/contracts/flow'
import { count, percent } from './numbers'

const HEIGHT = 64

/** Causes of each day or hour as bars, the part that led on filled; what is left pale did not. */
export function TrendPicture({ trend, step }: Pick<FlowStep, 'trend' | 'step'>) {
  const highest = Math.max(1, ...trend.map((one) => Math.max(one.causes, one.count)))
  const named = trend.map((one) => ({ ...one, name: nameOf(one.at, step) }))
  const height = (value: number) => (value === 0 ? 0 : Math.max(1, (value / highest) * HEIGHT))
  return (
    <figure>
      <div aria-hidden>
        <div className="flex items-end gap-px" style={{ height: HEIGHT }}>
          {named.map(({ at, name, causes, count: times }) => (
            <div
              key={at}
              title={`${name}: ${count(times)} of ${count(causes)}${causes > 0 ? ` (${percent(Math.min(1, times / causes))})` : ''}`}
              className="relative flex h-full min-w-0 flex-1 items-end"
            >
              <div
                className="absolute inset-x-0 bottom-0 rounded-t-[2px] bg-line-strong"
                style={{ height: height(causes) }}
              />
              <div
                className="relative w-full rounded-t-[2px] bg-accent forced-colors:bg-[CanvasText]"
                style={{ height: height(times) }}
              />
            </div>
          ))}
        </div>
        <div className="mt-1 flex justify-between border-t border-line pt-1 text-xs text-ink-3">
          <span>{named[0]?.name}</span>
          <span>{named.at(-1)?.name}</span>
        </div>
      </div>
      <p aria-hidden className="text-xs text-ink-3">
        Filled: led on. Pale: did not (yet), of all by {step}.
      </p>
      <figcaption className="sr-only">
        {named.map(({ name, causes, count: times }) => `${name}: ${times} of ${causes}`).join(', ')}
      </figcaption>
    </figure>
  )
}

function nameOf(at: string, step: 'hour' | 'day'): string {
  return step === 'day' ? at.slice(0, 10) : `${at.slice(5, 10)} ${at.slice(11, 16)}`
}
