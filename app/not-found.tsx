import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <EmptyState
      heading="h1"
      title="There is nothing at this address"
      actions={
        <>
          <LinkButton look="primary" href="/catalog">
            Open the catalog
          </LinkButton>
          <LinkButton href="/explore">Search events</LinkButton>
        </>
      }
    >
      It may have been mistyped, or what it named was never here. Find anything with the field at the top.
    </EmptyState>
  )
}
