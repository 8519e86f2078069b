import { queryOptions } from '@tanstack/react-query'
import { call } from './api'

export const schemaQueries = {
  /** What the catalog has under these addresses, with what that refers to. @param identities sorted */
  referenced: (identities: readonly string[]) =>
    queryOptions({
      queryKey: ['schemas', 'referenced', identities] as const,
      queryFn: async ({ signal }) =>
        (await call('listReferenced', { query: { identity: [...identities] } }, { signal })).items,
      enabled: identities.length > 0,
    }),
}
