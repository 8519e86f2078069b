import { Fragment, type ReactNode } from 'react'
import type { Kind } from '@/lib/contracts/event-type'
import { splitEventName } from '@/lib/domain/naming/split-event-name'
import { classNames } from '@/components/ui/class-names'
import { EventGlyph } from './event-glyph'
import { markRanges, type TextRange } from './mark-ranges'

interface EventNameProps {
  name: string
  /** null: the type is in no catalog. Left out: no glyph. */
  kind?: Kind | null
  /** Parts to mark, as [start, end) offsets into the name: what a search found. */
  marks?: readonly TextRange[]
  /** Whether it stands where little room makes two lines of a name of any length. */
  mayWrap?: boolean
  className?: string
}

/** Names that are longer may need more than one line: they are broken between their words first. */
export const LONG = 30

/**
 * An event's name with its past-tense verb set apart, Card**Expired**. Plain inline text that takes the size of what is
 * around it; a name without a past-tense verb has nothing set apart, and so looks wrong.
 */
export function EventName({
  name,
  kind,
  marks = [],
  mayWrap = name.length > LONG,
  className,
}: EventNameProps) {
  const { before, verb, after } = splitEventName(name)
  const verbAt = before.length
  const afterAt = verbAt + verb.length
  const draw = (part: string, at: number) =>
    marks.length === 0 && mayWrap ? breakable(part) : markRanges(part, at, marks)
  return (
    <>
      {kind !== undefined && <EventGlyph kind={kind} />}
      <span translate="no" className={classNames('[overflow-wrap:anywhere]', className)}>
        {draw(before, 0)}
        {before !== '' && mayWrap && <wbr />}
        {verb !== '' && <span className="verb">{draw(verb, verbAt)}</span>}
        {draw(after, afterAt)}
      </span>
    </>
  )
}

function breakable(part: string): ReactNode {
  return part.split(/(?<=[a-z\d])(?=[A-Z])/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ))
}
