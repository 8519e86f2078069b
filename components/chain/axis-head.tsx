import { silencesOf, type Axis } from '@/lib/domain/chain-view/axis'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { ticksOf } from '@/lib/domain/chain-view/ticks'

/** A label takes about this share of the axis, where the axis is at its narrowest. */
const LABEL = 0.24

/** The scale above the rows: the first moment in full, then how long after it. */
export function AxisHead({ axis }: { axis: Axis }) {
  const start = new Date(axis.start).toISOString()
  const silences = silencesOf(axis)
  const words = silences.map(({ ms }) => formatDuration(ms)).join(', ')
  return (
    <span className="relative hidden h-full md:block">
      <span className="absolute inset-y-0 right-1.5 left-1.5 overflow-hidden leading-7 whitespace-nowrap">
        <time dateTime={start} title={`${start.slice(0, 10)} UTC`} className="absolute left-0 pr-2">
          {start.slice(11, 19)}
          <span className="sr-only"> UTC on {start.slice(0, 10)}</span>
        </time>
        {ticksOf(axis, LABEL).map(({ at, ms, label, before }) => (
          <span
            key={ms}
            className={before ? 'absolute -translate-x-full pr-1' : 'absolute pl-1'}
            style={{ left: `${(at * 100).toFixed(2)}%` }}
          >
            {label}
          </span>
        ))}
        {silences.length > 0 && <span className="sr-only">Silence left out: {words}.</span>}
      </span>
    </span>
  )
}

/** Behind the rows: a hair line at each tick, and the cut-out silences as hatched stripes. */
export function AxisGrid({ axis }: { axis: Axis }) {
  return (
    <span aria-hidden className="pointer-events-none relative hidden h-full md:block">
      <span className="absolute inset-y-0 right-1.5 left-1.5">
        {ticksOf(axis, LABEL).map(({ at, ms }) => (
          <span
            key={ms}
            className="absolute inset-y-0 w-px bg-line"
            style={{ left: `${(at * 100).toFixed(2)}%` }}
          />
        ))}
        {silencesOf(axis).map(({ at, to, ms }) => (
          <span
            key={at}
            title={`${formatDuration(ms)} without an event`}
            className="absolute inset-y-0 bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_5px)]"
            style={{ left: `${(at * 100).toFixed(2)}%`, width: `${((to - at) * 100).toFixed(2)}%` }}
          />
        ))}
      </span>
    </span>
  )
}
