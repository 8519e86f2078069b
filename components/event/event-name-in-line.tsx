import type { Kind } from '@/lib/contracts/event-type'
import { splitEventName } from '@/lib/domain/naming/split-event-name'
import { EventGlyph } from './event-glyph'

interface EventNameInLineProps {
  name: string
  kind: Kind | null
}

/**
 * An event's name where there is one line, whatever its width: what comes before the verb is cut first, since the verb
 * tells most. Nothing is measured. Its pieces are boxes, so a row that it stands in needs a label of its own.
 */
export function EventNameInLine({ name, kind }: EventNameInLineProps) {
  const { before, verb, after } = splitEventName(name)
  return (
    <span className="flex min-w-0 items-center">
      <EventGlyph kind={kind} />
      <span translate="no" className="flex min-w-0">
        {before !== '' && <span className="min-w-0 shrink-1000 truncate">{before}</span>}
        {(verb !== '' || after !== '') && (
          <span className="min-w-0 truncate">
            <span className="verb">{verb}</span>
            {after}
          </span>
        )}
      </span>
    </span>
  )
}
