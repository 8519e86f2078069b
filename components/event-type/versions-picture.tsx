import type { Activity } from '@/lib/contracts/event-type'

interface VersionsPictureProps {
  days: readonly string[]
  versions: Activity['versions_daily']
}

const HEIGHT = 72
/** Fills from the most frequent version on; what comes after the last has the last one's. */
const FILLS = [
  'bg-accent',
  'bg-[color-mix(in_oklch,var(--accent)_60%,var(--surface))]',
  'bg-[color-mix(in_oklch,var(--accent)_32%,var(--surface))]',
  'bg-line-strong',
]

/** Which versions were produced on which of the last days: bars, one part a version, the most frequent at the foot. */
export function VersionsPicture({ days, versions }: VersionsPictureProps) {
  const totals = days.map((_, day) => versions.reduce((sum, { counts }) => sum + (counts[day] ?? 0), 0))
  const highest = Math.max(1, ...totals)
  return (
    <figure className="px-3 py-2.5">
      <div aria-hidden>
        <div className="flex items-end gap-px" style={{ height: HEIGHT }}>
          {days.map((day, index) => (
            <div
              key={day}
              title={[
                day,
                ...versions.flatMap(({ version, counts }) =>
                  counts[index] ? [`${version}: ${counts[index].toLocaleString('en')}`] : [],
                ),
              ].join('\n')}
              className="flex h-full min-w-0 flex-1 flex-col-reverse gap-px overflow-hidden"
            >
              {versions.map(({ version, counts }, place) => (
                <div
                  key={version}
                  className={`shrink-0 ${fillOf(place)} forced-colors:bg-[CanvasText]`}
                  style={{ height: partOf(counts[index] ?? 0, highest) }}
                />
              ))}
            </div>
          ))}
        </div>
        <div className="mt-1 flex justify-between border-t border-line pt-1 text-xs text-ink-3">
          <span>{days[0]}</span>
          <span>{days.at(-1)}</span>
        </div>
        <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-2">
          {versions.slice(0, FILLS.length).map(({ version }, place) => (
            <li key={version} className="flex items-center gap-1.5">
              <span className={`size-2.5 rounded-[2px] ${fillOf(place)}`} />
              <span className="font-mono">{version}</span>
              {place === FILLS.length - 1 && versions.length > FILLS.length && (
                <span>and {versions.length - FILLS.length} more</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <figcaption className="sr-only">
        Versions a day:{' '}
        {versions
          .map(
            ({ version, counts }) =>
              `${version}: ${days.flatMap((day, i) => (counts[i] ? [`${day} ${counts[i]}`] : [])).join(', ')}`,
          )
          .join('; ')}
      </figcaption>
    </figure>
  )
}

function fillOf(place: number): string {
  return FILLS[Math.min(place, FILLS.length - 1)]!
}

function partOf(count: number, highest: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round((count / highest) * (HEIGHT - 6)))
}
