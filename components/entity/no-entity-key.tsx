'use client'

import { useParams } from 'next/navigation'
import { fromSegment, paths } from '@/lib/client/paths'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Where no event tells of the entity and key of the address. */
export function NoEntityKey() {
  const params = useParams<{ entity: string; key: string }>()
  const entity = fromSegment(params.entity)
  const key = fromSegment(params.key)
  return (
    <EmptyState
      heading="h1"
      title={`No event tells of ${entity} ${key}`}
      actions={
        <>
          <LinkButton look="primary" href={paths.entity(entity)}>
            Try another key
          </LinkButton>
          <LinkButton href={paths.explore({ key })}>Search all events for it</LinkButton>
        </>
      }
    >
      The key may be mistyped: capitals count, and so does each sign. Or its events were never received, or
      are past retention.
    </EmptyState>
  )
}
