'use client'

import { useQuery } from '@tanstack/react-query'
import { TypeLeavingWords } from '@/components/event/type-leaving'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import type { Draft } from '@/lib/contracts/draft'
import { isLeft } from '@/lib/domain/news/leaving'

/** That the event type of a draft is to be left: who writes its next version may want to write another one's. */
export function LeavingNotice({ draft }: { draft: Draft }) {
  const { data: type } = useQuery({
    ...eventTypeQueries.detail(draft.event_type),
    enabled: draft.event_type_exists,
  })
  if (!type || !isLeft(type.status)) return null
  return (
    <p className="mx-5 mb-3 rounded-md bg-risky-soft px-3 py-2 text-ink-2">
      <TypeLeavingWords type={type} />
    </p>
  )
}
