import type { Metadata } from 'next'
import { StartDraftScreen } from '@/components/draft/start/start-draft-screen'
import { pageActor } from '@/lib/server/http/page-actor'

export const metadata: Metadata = { title: 'Draft an event' }

export default async function NewDraftPage({ searchParams }: PageProps<'/proposals/new'>) {
  await pageActor()
  const { event_type, base } = await searchParams
  return <StartDraftScreen eventType={one(event_type) ?? ''} base={one(base) ?? null} />
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
