'use client'

import { useQuery } from '@tanstack/react-query'
import { eventQueries } from '@/lib/client/event-queries'
import type { AwaitedStep } from '@/lib/domain/chain-view/awaited'

const NONE: readonly AwaitedStep[] = []

/** What the line above the chain has found out; it asks for it, and decides for which chains. */
export function useExpected(eventId: string): readonly AwaitedStep[] {
  const { data } = useQuery({ ...eventQueries.expectations(eventId), enabled: false })
  return data?.items ?? NONE
}
