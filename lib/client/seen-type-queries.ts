import { queryOptions } from '@tanstack/react-query'
import type { NewDraft } from '@/lib/contracts/draft'
import type { InferredSchema } from '@/lib/contracts/seen-type'
import { allItems } from './all-items'
import { call } from './api'

/** Events may name longer ones, versions of the catalog may not. */
const MAX_LABEL = 50

export const seenTypeQueries = {
  list: () =>
    queryOptions({
      queryKey: ['seen-types', 'list'] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listSeenTypes', { query: { cursor, limit: 1_000 } }, { signal })),
    }),
  detail: (name: string) =>
    queryOptions({
      queryKey: ['seen-types', 'detail', name] as const,
      queryFn: ({ signal }) => call('inferSeenType', { params: { name } }, { signal }),
    }),
}

/** A draft that begins with what the events show. */
export function draftFromEvents(
  { name, samples, schema, examples }: InferredSchema,
  version?: string,
): NewDraft {
  const events = `${samples.toLocaleString('en')} received ${samples === 1 ? 'event' : 'events'}`
  return {
    event_type: name,
    ...(version !== undefined && version.length <= MAX_LABEL && { label: version }),
    schema_text: JSON.stringify(schema, null, 2),
    examples_text: JSON.stringify(examples, null, 2),
    summary: `Inferred from ${events}`,
  }
}
