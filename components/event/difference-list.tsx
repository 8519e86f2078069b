import type { Difference } from '@/lib/domain/entity/difference'
import { TextWithMasks } from './masked'

interface DifferenceListProps {
  differences: readonly Difference[]
  /** Where the others stand that are too many for a list. */
  rest: string
  className?: string
}

/** Differences shown of two states. */
const MOST = 12

/** What made one state of the other, field by field: what it was, and what it is. */
export function DifferenceList({ differences, rest, className }: DifferenceListProps) {
  return (
    <ul className={className}>
      {differences.slice(0, MOST).map(({ pointer, before, after, before_text, after_text }) => (
        <li key={pointer} className="font-mono text-xs">
          <span className="text-ink-2">{pointer}</span>{' '}
          {before !== undefined && (
            <del className="rounded-sm bg-breaking-soft px-0.5 decoration-ink-3">
              <TextWithMasks text={short(before_text ?? JSON.stringify(before))} />
            </del>
          )}
          {before !== undefined && after !== undefined && <span className="text-ink-3"> → </span>}
          {after !== undefined && (
            <ins className="rounded-sm bg-safe-soft px-0.5 no-underline">
              <TextWithMasks text={short(after_text ?? JSON.stringify(after))} />
            </ins>
          )}
          {before === undefined && <span className="font-sans text-ink-3"> came</span>}
          {after === undefined && <span className="font-sans text-ink-3"> went</span>}
        </li>
      ))}
      {differences.length > MOST && (
        <li className="text-ink-3">
          and {differences.length - MOST} more, {rest}
        </li>
      )}
    </ul>
  )
}

/** A value in a line; what is longer stands in the whole. */
function short(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`
}
