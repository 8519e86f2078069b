import { EventName } from '@/components/event/event-name'

interface VariantOutlineProps {
  places: readonly { type: string; depth: number; many: boolean }[]
  /** Places of the whole shape. */
  size: number
}

/** A shape in small: types below what led to them, equal siblings once. */
export function VariantOutline({ places, size }: VariantOutlineProps) {
  return (
    <ol className="text-xs leading-5">
      {places.map(({ type, depth, many }, index) => (
        <li key={index} className="flex items-baseline" style={{ paddingLeft: `${Math.min(depth, 12)}rem` }}>
          {depth > 0 && (
            <span aria-hidden className="mr-1 text-ink-3">
              └
            </span>
          )}
          <span className="sr-only">level {depth + 1}: </span>
          {type === '' ? (
            <span className="text-ink-3">a parent that was never received</span>
          ) : (
            <EventName name={type} />
          )}
          {many && <span className="ml-1.5 text-ink-3">× many</span>}
        </li>
      ))}
      {size > places.length && <li className="text-ink-3">and {size - places.length} more</li>}
    </ol>
  )
}
