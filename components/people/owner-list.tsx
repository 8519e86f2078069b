'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { FormFor } from '@/components/shell/form-for'
import { May } from '@/components/shell/may'
import { DomainLink } from '@/components/event/owner-link'
import { PageHeader } from '@/components/shell/page-header'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { useAddOwner } from '@/lib/client/owner-mutations'
import { ownerQueries } from '@/lib/client/owner-queries'
import { paths } from '@/lib/client/paths'
import type { NewOwner } from '@/lib/contracts/people'
import { OWNER_FIELDS } from './entity-fields'
import { LazyEntityDialog } from './lazy-entity-dialog'
import { useOpenForm } from './use-open-form'

/** Every owner. */
export function OwnerList() {
  const { data: owners } = useSuspenseQuery(ownerQueries.list())
  const form = useOpenForm('new')
  const add = useAddOwner()
  const router = useRouter()
  const addButton = (
    <May does="edit-catalog">
      <Button look="primary" onClick={form.open}>
        Add an owner
      </Button>
    </May>
  )
  return (
    <>
      <PageHeader
        title={
          owners.length === 0 ? 'Owners' : `${owners.length} ${owners.length === 1 ? 'owner' : 'owners'}`
        }
        actions={addButton}
      />
      {owners.length === 0 ? (
        <EmptyState title="No owners yet" actions={addButton}>
          An owner is the team answerable for event types: whom to ask, and whom to call when a chain stops.
          Add the first one, then name it on its event types.
        </EmptyState>
      ) : (
        <Table label="Owners" className="border-t border-line [--gutter:1.25rem]">
          <thead>
            <tr>
              <Th>Owner</Th>
              <Th>Description</Th>
              <Th>Contact</Th>
              <Th>Domain</Th>
              <Th className="text-right">Event types</Th>
              <Th className="text-right">Services</Th>
            </tr>
          </thead>
          <tbody>
            {owners.map((owner) => (
              <tr key={owner.slug} className="hover:bg-hover">
                <Td className="font-medium whitespace-nowrap">
                  <TextLink href={paths.owner(owner.slug)}>{owner.name}</TextLink>
                </Td>
                <Td className="max-w-[32rem] min-w-48 truncate text-ink-2">{owner.description}</Td>
                <Td className="whitespace-nowrap text-ink-2">
                  {owner.chat ?? owner.email ?? <span className="text-risky">no contact</span>}
                </Td>
                <Td className="whitespace-nowrap">
                  <DomainLink domain={owner.domain} />
                </Td>
                <Td className="text-right font-mono text-xs">{owner.counts.event_types}</Td>
                <Td className="text-right font-mono text-xs">{owner.counts.services}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {form.isOpen && (
        <FormFor does="edit-catalog" title="Add an owner" what="add an owner" onClose={form.close}>
          <LazyEntityDialog
            title="Add an owner"
            submit="Add"
            fields={OWNER_FIELDS}
            isPending={add.isPending}
            error={add.error}
            onClose={form.close}
            onSubmit={(values) =>
              // The form has exactly the fields of the contract; the server is the judge of their values.
              add.mutate(values as unknown as NewOwner, {
                onSuccess: (made) => {
                  announce(`${made.name} was added`)
                  router.push(paths.owner(made.slug))
                },
              })
            }
          />
        </FormFor>
      )}
    </>
  )
}
