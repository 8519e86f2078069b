'use client'

import { useDeferredValue, useMemo } from 'react'
import type { DraftValues } from '@/lib/client/draft-saver'
import type { Finding } from '@/lib/domain/lint/finding'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import { readExamples } from './read-examples'
import { parseSchemaText, type ParsedSchema } from './parse-schema-text'

export interface SchemaChecks {
  readonly parsed: ParsedSchema
  readonly findings: Finding[]
}

/** What the rules say of the draft as it stands. Runs here, behind the typing: a keystroke never waits for it. */
export function useSchemaChecks(values: DraftValues): SchemaChecks {
  const { event_type: name, kind, entity, description, schema_text: text } = values
  const deferred = useDeferredValue(text)
  const parsed = useMemo(() => parseSchemaText(deferred), [deferred])
  const written = useDeferredValue(values.examples_text)
  const examples = useMemo(() => {
    const read = readExamples(written)
    return Array.isArray(read) ? read : []
  }, [written])
  const findings = useMemo(
    () =>
      lintEventType({
        name,
        kind,
        entity,
        description,
        examples,
        schema: parsed.status === 'schema' ? parsed.schema : undefined,
      }),
    [name, kind, entity, description, examples, parsed],
  )
  return { parsed, findings }
}
