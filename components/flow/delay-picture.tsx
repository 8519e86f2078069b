import type { FlowStep } from '@/lib/contracts/flow'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { count } from './numbers'

interface DelayPictureProps {
  delays: FlowStep['delays']
  p50: number | null
  p95: number | null
}

const HEIGHT = 84

/** The distribution of delays as bars on a logarithmic axis, with the moments by which half and 95 % had come. */
export function DelayPicture({ delays, p50, p95 }: DelayPictureProps) {
  const highest = Math.max(1, ...delays.map((delay) => delay.count))
  const [first, last] = [delays[0], delays.at(-1)]
  if (first === undefined || last === undefined) return null
  const place = (ms: number) => placeOf(ms, delays)
  return (
    <figure>
      <div aria-hidden className="relative pt-4">
        {[p50, p95].map(
          (ms, index) =>
            ms !== null && (
              <div
                key={index}
                className="absolute top-0 bottom-6 border-l border-dashed border-ink-3"
                style={{ left: `${place(ms) * 100}%` }}
              >
                <span
                  className={
                    index === 0 && p95 !== null && place(p95) - place(ms) < 0.12
                      ? 'absolute top-0 right-0.5 text-2xs text-ink-2'
                      : place(ms) > 0.85
                        ? 'absolute top-0 right-0.5 text-2xs text-ink-2'
                        : 'pl-0.5 text-2xs text-ink-2'
                  }
                >
                  {index === 0 ? 'p50' : 'p95'}
                </span>
              </div>
            ),
        )}
        <div className="flex items-end gap-px" style={{ height: HEIGHT }}>
          {delays.map((delay) => (
            <div
              key={delay.from_ms}
              title={`${formatDuration(delay.from_ms)} to ${formatDuration(delay.to_ms)}: ${count(delay.count)}`}
              className="flex h-full min-w-0 flex-1 items-end"
            >
              <div
                className="w-full rounded-t-[2px] bg-accent opacity-80 forced-colors:bg-[CanvasText]"
                style={{ height: delay.count === 0 ? 1 : Math.max(2, (delay.count / highest) * HEIGHT) }}
              />
            </div>
          ))}
        </div>
        <div className="mt-1 flex h-5 justify-between border-t border-line pt-1 text-xs text-ink-3">
          <span>{formatDuration(first.from_ms)}</span>
          <span>{formatDuration(last.to_ms)}</span>
        </div>
      </div>
      <figcaption className="sr-only">
        Delays:{' '}
        {delays
          .filter((delay) => delay.count > 0)
          .map((delay) => `${formatDuration(delay.from_ms)} to ${formatDuration(delay.to_ms)} ${delay.count}`)
          .join(', ')}
      </figcaption>
    </figure>
  )
}

/** Where a delay stands among the bars, 0 to 1: each bar takes the same width, within it by logarithm. */
function placeOf(ms: number, delays: FlowStep['delays']): number {
  const index = delays.findIndex(({ to_ms }) => ms <= to_ms)
  const bar = delays[index]
  if (bar === undefined) return 1
  const within =
    bar.from_ms <= 0 ? ms / bar.to_ms : Math.log(ms / bar.from_ms) / Math.log(bar.to_ms / bar.from_ms)
  return (index + Math.min(1, Math.max(0, within))) / delays.length
}
