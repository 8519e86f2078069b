import type { ReactNode } from 'react'
import { Announcer } from '@/components/ui/announcer'
import { SessionNotice } from './session-notice'
import { Wordmark } from './wordmark'

/** For whoever may not read: no navigation, and nothing that asks the server all the time. */
export function BareShell({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="mx-auto w-full max-w-sm px-5 pt-10">
        <Wordmark />
      </header>
      <main id="content" className="flex min-w-0 flex-col">
        {children}
      </main>
      <SessionNotice />
      <Announcer />
    </>
  )
}
