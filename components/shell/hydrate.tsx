import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/**
 * Hands what a page read on the server to the browser's queries:
 *
 *     const client = makeQueryClient()
 *     client.setQueryData(eventTypeQueries.detail(name).queryKey, await getEventType(actor, { name }))
 *     return <Hydrate client={client}><EventTypeScreen name={name} /></Hydrate>
 *
 * For an infinite list: `setQueryData(key, { pages: [page], pageParams: [null] })`.
 */
export function Hydrate({ client, children }: { client: QueryClient; children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
