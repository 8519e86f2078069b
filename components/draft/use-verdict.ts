'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '@/lib/client/api'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import { suggestLabel } from '@/lib/domain/diff/suggest-label'
import type { ParsedSchema } from './parse-schema-text'

/** Milliseconds of silence before the two schemas are compared. */
const PAUSE = 300

export interface DraftVerdict {
  readonly answer: CompatibilityAnswer | undefined
  readonly stale: boolean
  /** What the version will be called where the author names none. */
  readonly suggestedLabel: string
}

/** The verdict between the version the draft continues and the draft. Keeps the last one while the next is on its way. */
export function useVerdict(eventType: string, base: string | null, parsed: ParsedSchema): DraftVerdict {
  const version = useQuery({ ...eventTypeQueries.version(eventType, base ?? ''), enabled: base !== null })
  const settled = useSettled(parsed, PAUSE)
  const before = version.data?.schema as Record<string, unknown> | boolean | undefined
  const after = settled.status === 'schema' ? settled.schema : undefined
  const query = useQuery({
    queryKey: ['compatibility', before, after] as const,
    queryFn: ({ signal }) =>
      call('checkCompatibility', { body: { before: before ?? true, after: after ?? true } }, { signal }),
    enabled: before !== undefined && after !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  return {
    answer: query.data,
    stale: query.isPlaceholderData || settled !== parsed,
    suggestedLabel:
      base === null
        ? '1.0.0'
        : query.data
          ? suggestLabel(base, query.data.changes, query.data.verdict)
          : base,
  }
}

function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
