'use client'

import { useRef } from 'react'
import type { DraftTexts } from '@/lib/domain/field-table/edit-fields'
import type { EditOrigin } from './schema-editor'

/** Changes of both texts that are remembered; an older one takes back the schema alone. */
const REMEMBERED = 50

/**
 * A rename changes the schema and the examples, and is one step: the schema's editor has the history, and where it goes
 * back or forth over such a change, the examples go along, unless they were written to since.
 */
export function useLinkedExamples() {
  const changes = useRef<{ before: DraftTexts; after: DraftTexts }[]>([])
  return {
    note: (before: DraftTexts, after: DraftTexts): void => {
      if (before.examples === after.examples) return
      changes.current = [...changes.current, { before, after }].slice(-REMEMBERED)
    },
    /** The examples that belong to a schema that came back, or undefined where they stay. */
    follow: (schema: string, examples: string, origin: EditOrigin): string | undefined => {
      if (origin === 'edit') return undefined
      const [from, to] = origin === 'undo' ? (['after', 'before'] as const) : (['before', 'after'] as const)
      return changes.current.findLast(
        (change) => change[to].schema === schema && change[from].examples === examples,
      )?.[to].examples
    },
  }
}
