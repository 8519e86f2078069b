'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { FormFor } from '@/components/shell/form-for'
import { May } from '@/components/shell/may'
import { DomainLink, OwnerLink } from '@/components/event/owner-link'
import { PageHeader } from '@/components/shell/page-header'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { useAddService } from '@/lib/client/service-mutations'
import { serviceQueries } from '@/lib/client/service-queries'
import { paths } from '@/lib/client/paths'
import type { NewService } from '@/lib/contracts/people'
import { SERVICE_FIELDS } from './entity-fields'
import { LazyEntityDialog } from './lazy-entity-dialog'
import { useOpenForm } from './use-open-form'

/** A service that is only being added belongs to nobody yet. */
const NOBODYS = { owner: null }

/** Every service. */
export function ServiceList() {
  const { data: services } = useSuspenseQuery(serviceQueries.list())
  const form = useOpenForm('new')
  const add = useAddService()
  const router = useRouter()
  const addButton = (
    <May does="edit-catalog" about={NOBODYS}>
      <Button look="primary" onClick={form.open}>
        Add a service
      </Button>
    </May>
  )
  return (
    <>
      <PageHeader
        title={
          services.length === 0
            ? 'Services'
            : `${services.length} ${services.length === 1 ? 'service' : 'services'}`
        }
        actions={addButton}
      />
      {services.length === 0 ? (
        <EmptyState title="No services yet" actions={addButton}>
          A service is a system that produces or consumes event types. Add it here to declare what it does;
          what it is seen doing shows beside it.
        </EmptyState>
      ) : (
        <Table label="Services" className="border-t border-line [--gutter:1.25rem]">
          <thead>
            <tr>
              <Th>Service</Th>
              <Th>Description</Th>
              <Th>Owner</Th>
              <Th>Domain</Th>
              <Th className="text-right">Produces</Th>
              <Th className="text-right">Consumes</Th>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <tr key={service.slug} className="hover:bg-hover">
                <Td className="font-medium whitespace-nowrap">
                  <TextLink href={paths.service(service.slug)}>{service.name}</TextLink>
                </Td>
                <Td className="max-w-[32rem] min-w-48 truncate text-ink-2">{service.description}</Td>
                <Td className="whitespace-nowrap">
                  <OwnerLink owner={service.owner} />
                </Td>
                <Td className="whitespace-nowrap">
                  <DomainLink domain={service.domain} />
                </Td>
                <Td className="text-right font-mono text-xs">{service.counts.produces}</Td>
                <Td className="text-right font-mono text-xs">{service.counts.consumes}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {form.isOpen && (
        <FormFor
          does="edit-catalog"
          about={NOBODYS}
          title="Add a service"
          what="add a service"
          onClose={form.close}
        >
          <LazyEntityDialog
            title="Add a service"
            submit="Add"
            fields={SERVICE_FIELDS}
            isPending={add.isPending}
            error={add.error}
            onClose={form.close}
            onSubmit={(values) =>
              // The form has exactly the fields of the contract; the server is the judge of their values.
              add.mutate(values as unknown as NewService, {
                onSuccess: (made) => {
                  announce(`${made.name} was added`)
                  router.push(paths.service(made.slug))
                },
              })
            }
          />
        </FormFor>
      )}
    </>
  )
}
