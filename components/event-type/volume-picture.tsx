import type { Activity } from '@/lib/contracts/event-type'

const HEIGHT = 72

/** Events a day over the last 30 days, as bars; the table below says the same to who cannot see them. */
export function VolumePicture({ daily }: { daily: Activity['daily'] }) {
  const highest = Math.max(1, ...daily.map(({ count }) => count))
  const total = daily.reduce((sum, { count }) => sum + count, 0)
  const [first, last] = [daily[0]?.day, daily.at(-1)?.day]
  return (
    <figure className="px-3 py-2.5">
      <div className="relative">
        <div aria-hidden className="flex items-end gap-px" style={{ height: HEIGHT }}>
          {daily.map(({ day, count }) => (
            <div
              key={day}
              title={`${day}: ${count.toLocaleString('en')}`}
              className="group flex h-full min-w-0 flex-1 items-end"
            >
              <div
                className="w-full rounded-t-[2px] bg-accent opacity-80 group-hover:opacity-100 forced-colors:bg-[CanvasText]"
                style={{ height: count === 0 ? 1 : Math.max(2, Math.round((count / highest) * HEIGHT)) }}
              />
            </div>
          ))}
        </div>
        <div className="mt-1 flex justify-between border-t border-line pt-1 text-xs text-ink-3">
          <span>{first}</span>
          <span>at most {highest.toLocaleString('en')} a day</span>
          <span>{last}</span>
        </div>
      </div>
      <figcaption className="sr-only">
        {total.toLocaleString('en')} events in the last {daily.length} days:{' '}
        {daily.map(({ day, count }) => `${day} ${count}`).join(', ')}
      </figcaption>
    </figure>
  )
}
