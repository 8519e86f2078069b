import { placeOn, type Axis } from '@/lib/domain/chain-view/axis'
import { instantOf, type TimeAxis, type ViewMember } from '@/lib/domain/chain-view/chain-view'
import { classNames } from '@/components/ui/class-names'

interface TimeCellProps {
  axis: Axis
  timeAxis: TimeAxis
  /** The row's event; of a closed fold, its events or as many of them as can be told apart. */
  members: readonly ViewMember[]
  /** Whose moment the line leads back to. */
  parent: ViewMember | undefined
}

/** Each event at its moment, with a line back to its parent's. Words for all of it stand in the row's other cells. */
export function TimeCell({ axis, timeAxis, members, parent }: TimeCellProps) {
  const places = members.map((member) => placeOn(axis, instantOf(member, timeAxis)))
  // Of an open fold nothing: its events have rows.
  if (places.length === 0) return null
  const first = Math.min(...places)
  const last = places.length > 1 ? places.at(-1)! : first
  const from = parent === undefined ? first : placeOn(axis, instantOf(parent, timeAxis))
  return (
    <span aria-hidden className="relative block h-full">
      <span className="absolute inset-y-0 right-1.5 left-1.5">
        {from !== last && (
          <span
            data-line
            className={classNames(
              'absolute top-1/2 h-[3px] -translate-y-1/2 rounded-full',
              last < from ? 'border-t-2 border-dotted border-risky' : 'bg-accent/30',
            )}
            style={{ left: percent(Math.min(from, last)), width: percent(Math.abs(last - from)) }}
          />
        )}
        {members.map((member, index) => (
          <Point key={member.event_id} member={member} place={places[index]!} />
        ))}
      </span>
    </span>
  )
}

/** A circle for a domain event, a square for a CUD event; filled red where it breaks its schema. */
function Point({ member, place }: { member: ViewMember; place: number }) {
  const invalid = member.status === 'invalid'
  const look =
    member.kind === 'cud'
      ? invalid
        ? 'rounded-[1px] border-2 border-breaking bg-breaking'
        : 'rounded-[1px] border-2 border-ink-2 bg-bg'
      : invalid
        ? 'rounded-full border-2 border-breaking bg-breaking'
        : member.kind === null
          ? 'rotate-45 border-2 border-ink-3 bg-bg'
          : 'rounded-full border-2 border-accent bg-accent'
  return (
    <span
      data-point
      className={classNames('absolute top-1/2 -mt-[4.5px] -ml-[4.5px] size-[9px]', look)}
      style={{ left: percent(place) }}
    />
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
