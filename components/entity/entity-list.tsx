'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { entityQueries } from '@/lib/client/entity-queries'
import { paths } from '@/lib/client/paths'
import { May } from '@/components/shell/may'
import { EventTypeLink } from '@/components/event/event-type-link'
import { DomainLink, OwnerLink } from '@/components/event/owner-link'
import { count } from '@/components/flow/numbers'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'

/** Everything of which somebody may keep a copy: `/entities`. */
export function EntityList() {
  const { data: entities } = useSuspenseQuery(entityQueries.list())
  return (
    <>
      <PageHeader title="Entities">
        What CUD events tell of, so that others can keep a copy: the state of each at any time, and how it
        came to it.
      </PageHeader>
      {entities.length === 0 ? (
        <EmptyState
          title="No entities yet"
          actions={
            <>
              <May does="draft">
                <LinkButton look="primary" href={paths.newDraft()}>
                  Draft an event type
                </LinkButton>
              </May>
              <LinkButton href={paths.catalog()}>Open the catalog</LinkButton>
            </>
          }
        >
          An entity stands here as soon as the catalog has a CUD event type about it, such as CustomerCreated.
        </EmptyState>
      ) : (
        <Table label="Entities" className="border-t border-line [--gutter:1.25rem]">
          <thead>
            <tr>
              <Th>Entity</Th>
              <Th>Event types</Th>
              <Th className="hidden md:table-cell">Owner</Th>
              <Th className="hidden md:table-cell">Domain</Th>
              <Th className="hidden text-right sm:table-cell">Events, 30 days</Th>
            </tr>
          </thead>
          <tbody>
            {entities.map(({ entity, types, owner, domain, events }) => (
              <tr key={entity} className="hover:bg-hover">
                <Td className="font-medium whitespace-nowrap">
                  <TextLink href={paths.entity(entity)}>{entity}</TextLink>
                </Td>
                <Td>
                  <span className="flex flex-wrap gap-x-3 py-1 whitespace-nowrap">
                    {types.map(({ name }) => (
                      <EventTypeLink key={name} name={name} />
                    ))}
                  </span>
                </Td>
                <Td className="hidden whitespace-nowrap md:table-cell">
                  <OwnerLink owner={owner} />
                </Td>
                <Td className="hidden whitespace-nowrap md:table-cell">
                  <DomainLink domain={domain} />
                </Td>
                <Td className="hidden text-right tabular-nums sm:table-cell">{count(events)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
