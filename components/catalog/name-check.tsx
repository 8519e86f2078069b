'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lintQueries } from '@/lib/client/lint-queries'
import type { Kind } from '@/lib/contracts/event-type'
import { isIdentifier } from '@/lib/domain/envelope/identifier'

const TONES = { error: 'text-breaking', warning: 'text-risky', hint: 'text-ink-2' } as const
const GLYPHS = { error: '✕', warning: '▲', hint: '○' } as const

/** What the rules say of a name while it is typed. */
export function NameCheck({ name, kind }: { name: string; kind: Kind }) {
  const valid = isIdentifier(name)
  const { data: findings } = useQuery({
    ...lintQueries.findings({ name, kind }),
    enabled: valid,
    placeholderData: keepPreviousData,
  })
  if (!valid) return <span className={TONES.error}>✕ 1 to 200 characters, not “.” or “..”</span>
  if (findings === undefined) return <span>Checking …</span>
  if (findings.length === 0) return <span className="text-safe">✓ A good name</span>
  return (
    <ul>
      {findings.map(({ rule, path, severity, message }) => (
        <li key={`${rule} ${path}`} className={TONES[severity]}>
          <span aria-hidden>{GLYPHS[severity]} </span>
          {message}
        </li>
      ))}
    </ul>
  )
}
