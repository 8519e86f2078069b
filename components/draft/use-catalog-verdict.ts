'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { compatibilityQueries } from '@/lib/client/compatibility-queries'
import type { CompatibilityAnswer, CompatibilityQuestion } from '@/lib/contracts/compatibility'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { remoteReferences } from '@/lib/domain/schema/remote-references'

/**
 * What the catalog says of a draft that refers to other schemas, or continues one that does: the page does not have
 * those. Undefined where nothing refers elsewhere, and the page's own verdict stands; null until there is an answer.
 */
export function useCatalogVerdict(
  base: Json | undefined,
  schemaText: string,
): CompatibilityAnswer | null | undefined {
  const question = useMemo(() => questionOf(base, schemaText), [base, schemaText])
  const { data } = useQuery({
    ...compatibilityQueries.answer(question),
    placeholderData: keepPreviousData,
  })
  return question === undefined ? undefined : (data ?? null)
}

function questionOf(base: Json | undefined, schemaText: string): CompatibilityQuestion | undefined {
  const parsed = base === undefined ? undefined : parseSchemaText(schemaText)
  if (base === undefined || parsed?.status !== 'schema') return undefined
  const refers = [base, parsed.schema].some((schema) => remoteReferences(schema).size > 0)
  return refers ? { before: base as JsonObject | boolean, after: parsed.schema } : undefined
}
