'use client'

import { useQuery } from '@tanstack/react-query'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import type { ParsedSchema } from './parse-schema-text'
import { useVerdict } from './use-schema-checks'
import { VerdictBox } from './verdict-box'

export function VerdictAgainstBase({
  eventType,
  base,
  parsed,
}: {
  eventType: string
  base: string
  parsed: ParsedSchema
}) {
  const version = useQuery(eventTypeQueries.version(eventType, base))
  const { answer, stale } = useVerdict(version.data?.schema, parsed)
  return <VerdictBox base={base} answer={answer} stale={stale} />
}
