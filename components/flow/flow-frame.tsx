import type { ReactNode } from 'react'
import { PageHeader } from '@/components/shell/page-header'

interface FlowFrameProps {
  current: 'flows'
  children: ReactNode
}

/** What the pages of the flows share. */
export function FlowFrame({ children }: FlowFrameProps) {
  return (
    <>
      <PageHeader title="Flows">
        How often an event led to another and how long that took, measured from the chains.
      </PageHeader>
      {children}
    </>
  )
}
