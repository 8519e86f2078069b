import type { Metadata } from 'next'
import { VariantScreen } from '@/components/flow/variant-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { flowQueries } from '@/lib/client/flow-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listVariants } from '@/lib/server/services/chain/list-variants'

export const metadata: Metadata = { title: 'Shapes of chains' }

export default async function VariantsPage({ searchParams }: PageProps<'/flows/variants'>) {
  const { type } = await searchParams
  const begin = typeof type === 'string' ? type : ''
  const client = makeQueryClient()
  const variants = await listVariants(await pageActor(), { query: begin === '' ? {} : { type: begin } })
  client.setQueryData(flowQueries.variants(begin).queryKey, variants)
  return (
    <Hydrate client={client}>
      <VariantScreen />
    </Hydrate>
  )
}
