import { queryOptions } from '@tanstack/react-query'
import { allItems } from './all-items'
import { call } from './api'

export const entityQueries = {
  list: () =>
    queryOptions({
      queryKey: ['entities', 'list'] as const,
      queryFn: ({ signal }) =>
        allItems((cursor) => call('listEntities', { query: { cursor, limit: 1_000 } }, { signal })),
    }),
  /** Entities of which one has this key. */
  withKey: (key: string) =>
    queryOptions({
      queryKey: ['entities', 'with-key', key] as const,
      queryFn: async ({ signal }) => (await call('listEntities', { query: { key } }, { signal })).items,
    }),
  detail: (entity: string) =>
    queryOptions({
      queryKey: ['entities', 'detail', entity] as const,
      queryFn: ({ signal }) => call('getEntity', { params: { entity } }, { signal }),
    }),
  history: (entity: string, key: string) =>
    queryOptions({
      queryKey: ['entities', 'history', entity, key] as const,
      queryFn: ({ signal }) => call('getEntityHistory', { params: { entity, key } }, { signal }),
    }),
}
