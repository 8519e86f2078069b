'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { useState, type ReactNode } from 'react'
import { NowProvider } from '@/components/event/now'
import { makeQueryClient } from '@/lib/client/query-client'

/** What every screen stands on: the query cache, the address as state, and one clock. */
export function Providers({ now, children }: { now: number; children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <NowProvider at={now}>{children}</NowProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
