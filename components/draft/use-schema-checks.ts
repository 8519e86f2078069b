'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { call } from '@/lib/client/api'
import type { DraftValues } from '@/lib/client/draft-saver'
import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import type { Finding } from '@/lib/domain/lint/finding'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import { parseSchemaText, type ParsedSchema } from './parse-schema-text'

export interface SchemaChecks {
  readonly parsed: ParsedSchema
  readonly findings: Finding[]
}

/** What the rules say of the draft as it stands. Runs here, behind the typing: a keystroke never waits for it. */
export function useSchemaChecks({
  event_type: name,
  kind,
  entity,
  schema_text: text,
}: DraftValues): SchemaChecks {
  const deferred = useDeferredValue(text)
  const parsed = useMemo(() => parseSchemaText(deferred), [deferred])
  const findings = useMemo(
    () =>
      lintEventType({ name, kind, entity, schema: parsed.status === 'schema' ? parsed.schema : undefined }),
    [name, kind, entity, parsed],
  )
  return { parsed, findings }
}

/** Milliseconds of silence before the two schemas are compared. */
const PAUSE = 300

/** The verdict between the version the draft continues and the draft. Keeps the last one while the next is on its way. */
export function useVerdict(
  base: unknown,
  parsed: ParsedSchema,
): { answer: CompatibilityAnswer | undefined; stale: boolean } {
  const settled = useSettled(parsed, PAUSE)
  const schema = settled.status === 'schema' ? settled.schema : undefined
  const query = useQuery({
    queryKey: ['compatibility', base, schema] as const,
    queryFn: ({ signal }) =>
      call(
        'checkCompatibility',
        { body: { before: base as Record<string, unknown>, after: schema ?? true } },
        { signal },
      ),
    enabled: base !== undefined && schema !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  return { answer: query.data, stale: query.isPlaceholderData || settled !== parsed }
}

function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
