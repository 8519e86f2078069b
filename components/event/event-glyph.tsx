import type { Kind } from '@/lib/contracts/event-type'

const WORDS = { domain: 'domain event', cud: 'CUD event', unknown: 'event of no known kind' } as const

/** ◆ domain, ▤ CUD, ◇ unknown; the word is there for who does not see it, and in the title. */
export function EventGlyph({ kind, className }: { kind: Kind | null; className?: string }) {
  const which = kind ?? 'unknown'
  return (
    <>
      <svg
        viewBox="0 0 10 10"
        width="0.72em"
        height="0.72em"
        aria-hidden
        className={`mr-[0.4em] inline-block shrink-0 align-[0.02em] text-ink-3 ${className ?? ''}`}
      >
        {which === 'domain' && <path d="M5 0 10 5 5 10 0 5Z" fill="currentColor" />}
        {which === 'unknown' && (
          <path d="M5 .8 9.2 5 5 9.2.8 5Z" fill="none" stroke="currentColor" strokeWidth="1.1" />
        )}
        {which === 'cud' && (
          <path
            d="M.6.6h8.8v8.8H.6zM2.3 3h5.4M2.3 5h5.4M2.3 7h5.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.1"
          />
        )}
      </svg>
      <span className="sr-only">{WORDS[which]} </span>
    </>
  )
}
