'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { useState, type ReactNode } from 'react'
import { NowProvider } from '@/components/event/now'
import { MeContext } from '@/lib/client/me'
import { makeQueryClient } from '@/lib/client/query-client'
import type { Me } from '@/lib/contracts/person'

/** What every screen stands on: who looks, the query cache, the address as state, and one clock. */
export function Providers({ now, me, children }: { now: number; me: Me; children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return (
    <MeContext value={me}>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <NowProvider at={now}>{children}</NowProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </MeContext>
  )
}
