'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { FormFor } from '@/components/shell/form-for'
import { May } from '@/components/shell/may'
import { PageHeader } from '@/components/shell/page-header'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { useAddDomain } from '@/lib/client/domain-mutations'
import { domainQueries } from '@/lib/client/domain-queries'
import { paths } from '@/lib/client/paths'
import type { NewDomain } from '@/lib/contracts/people'
import { DOMAIN_FIELDS } from './entity-fields'
import { LazyEntityDialog } from './lazy-entity-dialog'
import { useOpenForm } from './use-open-form'

/** Every domain. */
export function DomainList() {
  const { data: domains } = useSuspenseQuery(domainQueries.list())
  const form = useOpenForm('new')
  const add = useAddDomain()
  const router = useRouter()
  const addButton = (
    <May does="edit-catalog">
      <Button look="primary" onClick={form.open}>
        Add a domain
      </Button>
    </May>
  )
  return (
    <>
      <PageHeader
        title={
          domains.length === 0
            ? 'Domains'
            : `${domains.length} ${domains.length === 1 ? 'domain' : 'domains'}`
        }
        actions={addButton}
      />
      {domains.length === 0 ? (
        <EmptyState title="No domains yet" actions={addButton}>
          A domain is a business area, such as Payments, that owners, services and event types belong to.
        </EmptyState>
      ) : (
        <Table label="Domains" className="border-t border-line [--gutter:1.25rem]">
          <thead>
            <tr>
              <Th>Domain</Th>
              <Th>Description</Th>
              <Th className="text-right">Owners</Th>
              <Th className="text-right">Event types</Th>
              <Th className="text-right">Services</Th>
            </tr>
          </thead>
          <tbody>
            {domains.map((domain) => (
              <tr key={domain.slug} className="hover:bg-hover">
                <Td className="font-medium whitespace-nowrap">
                  <TextLink href={paths.domain(domain.slug)}>{domain.name}</TextLink>
                </Td>
                <Td className="max-w-[32rem] min-w-48 truncate text-ink-2">{domain.description}</Td>
                <Td className="text-right font-mono text-xs">{domain.counts.owners}</Td>
                <Td className="text-right font-mono text-xs">{domain.counts.event_types}</Td>
                <Td className="text-right font-mono text-xs">{domain.counts.services}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {form.isOpen && (
        <FormFor does="edit-catalog" title="Add a domain" what="add a domain" onClose={form.close}>
          <LazyEntityDialog
            title="Add a domain"
            submit="Add"
            fields={DOMAIN_FIELDS}
            isPending={add.isPending}
            error={add.error}
            onClose={form.close}
            onSubmit={(values) =>
              // The form has exactly the fields of the contract; the server is the judge of their values.
              add.mutate(values as unknown as NewDomain, {
                onSuccess: (made) => {
                  announce(`${made.name} was added`)
                  router.push(paths.domain(made.slug))
                },
              })
            }
          />
        </FormFor>
      )}
    </>
  )
}
