import type { ReactNode } from 'react'
import { paths } from '@/lib/client/paths'
import { PageHeader } from '@/components/shell/page-header'
import { TabLinks } from '@/components/ui/tabs'

interface FlowFrameProps {
  current: 'flows' | 'stops' | 'variants'
  children: ReactNode
}

/** What the pages of the flows share. */
export function FlowFrame({ current, children }: FlowFrameProps) {
  return (
    <>
      <PageHeader title="Flows">
        How often an event led to another and how long that took, measured from the chains.
      </PageHeader>
      <TabLinks
        label="Flows"
        tabs={[
          { href: paths.flows(), label: 'What usually happens', current: current === 'flows' },
          { href: paths.variants(), label: 'Shapes of chains', current: current === 'variants' },
          { href: paths.stops(), label: 'Where flows stop', current: current === 'stops' },
        ]}
      />
      {children}
    </>
  )
}
