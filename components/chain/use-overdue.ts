'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { eventQueries } from '@/lib/client/event-queries'
import { expectationText } from '@/lib/domain/flow/expectation-text'

/** Of the events of a chain that wait for a next step too long, by id, what was expected of them in a sentence. */
export type Overdue = ReadonlyMap<string, string>

const NONE: Overdue = new Map()

/** What the line above the chain has found out; it asks for it, and decides for which chains. */
export function useOverdue(eventId: string): Overdue {
  const { data } = useQuery({ ...eventQueries.expectations(eventId), enabled: false })
  return useMemo(() => {
    const late = data?.items.filter(({ state }) => state === 'overdue') ?? []
    return late.length === 0 ? NONE : new Map(late.map((one) => [one.event_id, expectationText(one)]))
  }, [data])
}
