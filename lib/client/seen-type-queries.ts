import { queryOptions } from '@tanstack/react-query'
import type { NewDraft } from '@/lib/contracts/draft'
import type { InferredSchema } from '@/lib/contracts/seen-type'
import { allItems } from './all-items'
import { call } from './api'

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

/** A draft that begins with what the events show. @param version as they name it; empty where they name a schema id alone */
export function draftFromEvents(
  { name, samples, schema, examples }: InferredSchema,
  version?: string,
): NewDraft {
  const events = `${samples.toLocaleString('en')} received ${samples === 1 ? 'event' : 'events'}`
  return {
    event_type: name,
    ...(version && { label: version }),
    schema_text: JSON.stringify(schema, null, 2),
    examples_text: JSON.stringify(examples, null, 2),
    summary: `Inferred from ${events}`,
  }
}
