import type { Kind } from '@/lib/contracts/event-type'
import { EventGlyph } from './event-glyph'

const LABELS = { domain: 'Domain event', cud: 'CUD event' } as const

/** The kind in words, its glyph beside it. */
export function KindLabel({ kind }: { kind: Kind | null }) {
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden>
        <EventGlyph kind={kind} />
      </span>
      {kind === null ? 'Not in the catalog' : LABELS[kind]}
    </span>
  )
}
