'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { schemaQueries } from '@/lib/client/schema-queries'
import type { Json } from '@/lib/domain/json/json'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { remoteReferences } from '@/lib/domain/schema/remote-references'
import type { DraftContext } from './check-draft'
import { useSettledText } from './use-settled-text'

/** As many as are asked for at once. */
const MOST = 100

/**
 * The schemas of the catalog that a draft refers to, or the version it continues: the page does not have those. Undefined
 * until they are there; what was there stays while others are on their way.
 */
export function useReferenced(base: Json | undefined, schemaText: string): DraftContext['documents'] {
  const settled = useSettledText(schemaText)
  const named = useMemo(() => {
    const parsed = parseSchemaText(settled)
    const schemas = [base, parsed.status === 'schema' ? parsed.schema : undefined]
    const all = schemas.flatMap((schema) => (schema === undefined ? [] : [...remoteReferences(schema)]))
    return [...new Set(all)].sort().slice(0, MOST)
  }, [base, settled])
  const key = named.join(' ')
  const identities = useMemo(() => (key === '' ? [] : key.split(' ')), [key])
  const { data, isPending } = useQuery({
    ...schemaQueries.referenced(identities),
    placeholderData: keepPreviousData,
  })
  return useMemo(() => {
    if (identities.length === 0) return NONE
    // Where the catalog does not answer, the draft is checked without: what it refers to then leads nowhere.
    if (isPending) return undefined
    return Object.fromEntries((data ?? []).map(({ identity, schema }) => [identity, schema as Json]))
  }, [identities, data, isPending])
}

const NONE: Readonly<Record<string, Json>> = {}
