import type { Metadata } from 'next'
import { DraftScreen } from '@/components/draft/draft-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { draftQueries } from '@/lib/client/draft-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { getDraft } from '@/lib/server/services/get-draft'

export const metadata: Metadata = { title: 'Draft' }

export default async function DraftPage({ params }: PageProps<'/proposals/[id]'>) {
  const id = fromSegment((await params).id)
  const client = makeQueryClient()
  const draft = await orNotFound(getDraft(await pageActor(), { id }))
  client.setQueryData(draftQueries.detail(id).queryKey, draft)
  return (
    <Hydrate client={client}>
      <DraftScreen id={id} />
    </Hydrate>
  )
}
