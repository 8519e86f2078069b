'use client'

import { useQuery } from '@tanstack/react-query'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import type { Change } from '@/lib/contracts/compatibility'
import type { Draft } from '@/lib/contracts/draft'
import type { Participant } from '@/lib/contracts/event-type'
import { harmTo, type Harm } from './harm-to'

export interface HarmedConsumer {
  readonly consumer: Participant
  /** Null while the changes are not known. */
  readonly harm: Harm | null
}

export interface KnownHarm {
  /** Everybody who reads the event type, whom it breaks first. */
  readonly consumers: readonly HarmedConsumer[]
  /** Names of those whom the proposal breaks. */
  readonly broken: readonly string[]
  readonly isKnown: boolean
}

/** What a proposal does to each consumer, declared or seen. @param changes null while they are not known */
export function useHarm(draft: Draft, changes: readonly Change[] | null): KnownHarm {
  const { data } = useQuery({
    ...eventTypeQueries.detail(draft.event_type),
    enabled: draft.event_type_exists,
  })
  const all = (data?.consumers ?? []).map((consumer) => ({
    consumer,
    harm: changes === null ? null : harmTo(consumer, changes),
  }))
  const isBroken = ({ harm }: HarmedConsumer) => harm?.breaks === true
  const broken = all.filter(isBroken)
  return {
    consumers: [...broken, ...all.filter((one) => !isBroken(one))],
    broken: broken.map(({ consumer }) => consumer.name),
    isKnown: data !== undefined,
  }
}
