import type { Kind } from '@/lib/contracts/event-type'
import { splitEventName } from '@/lib/domain/naming/split-event-name'
import { EventGlyph } from './event-glyph'
import { EventName, LONG } from './event-name'
import { markRanges, type TextRange } from './mark-ranges'

interface EventNameInRowProps {
  name: string
  /** null: the type is in no catalog. Left out: no glyph. */
  kind?: Kind | null
  /** Parts to mark, as [start, end) offsets into the name: what a search found. */
  marks?: readonly TextRange[]
}

/**
 * An event's name in a row of a list. One that is too long for a line takes two; of one too long for those, what comes
 * before the verb is cut, since the verb tells most.
 */
export function EventNameInRow({ name, kind, marks = [] }: EventNameInRowProps) {
  const { before, verb, after } = splitEventName(name)
  const isCut = name.length > LONG && before !== '' && verb !== ''
  return (
    <span title={name} className="line-clamp-2 leading-4 whitespace-normal">
      {kind !== undefined && <EventGlyph kind={kind} />}
      {isCut ? (
        <span translate="no">
          <span className="inline-block max-w-[calc(100%-1.2em)] truncate align-bottom">
            {markRanges(before, 0, marks)}
          </span>
          <span className="inline-block max-w-full truncate align-bottom">
            <span className="verb">{markRanges(verb, before.length, marks)}</span>
            {markRanges(after, before.length + verb.length, marks)}
          </span>
        </span>
      ) : (
        <EventName name={name} marks={marks} mayWrap />
      )}
    </span>
  )
}
