'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { EventTypeSection } from '@/components/catalog/event-type-section'
import { OwnerLink, ServiceLink } from '@/components/event/owner-link'
import { FormFor } from '@/components/shell/form-for'
import { PageHeader } from '@/components/shell/page-header'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import { Bone } from '@/components/ui/skeleton'
import { useDescribeDomain } from '@/lib/client/domain-mutations'
import { domainQueries } from '@/lib/client/domain-queries'
import { ownerQueries } from '@/lib/client/owner-queries'
import { paths } from '@/lib/client/paths'
import { useRemember } from '@/lib/client/recent'
import { serviceQueries } from '@/lib/client/service-queries'
import type { Reference } from '@/lib/contracts/people'
import { EditButton } from './edit-button'
import { EditDialog } from './edit-dialog'
import { DOMAIN_FIELDS, domainValues } from './entity-fields'
import { Prose } from './prose'
import { useOpenForm } from './use-open-form'

/** A business area: who works in it, with which systems, and the event types that tell of it. */
export function DomainScreen({ slug }: { slug: string }) {
  const { data: domain } = useSuspenseQuery(domainQueries.detail(slug))
  const owners = useQuery(ownerQueries.list())
  const services = useQuery(serviceQueries.list())
  const form = useOpenForm('edit')
  const change = useDescribeDomain(slug)
  useRemember({ kind: 'domain', title: domain.name, href: paths.domain(slug) })
  const ofThis = <T extends { domain: Reference | null }>(all: readonly T[] | undefined) =>
    all?.filter((one) => one.domain?.slug === slug)
  return (
    <>
      <PageHeader
        title={domain.name}
        facts={
          <span className="text-ink-3">
            Domain <code>{domain.slug}</code> <CopyButton text={domain.slug} what="domain id" />
          </span>
        }
        actions={<EditButton onClick={form.open} />}
      >
        <Prose text={domain.description} none="Nobody has described this domain yet." />
      </PageHeader>
      <div className="grid gap-4 px-5 pb-4 md:grid-cols-2">
        <Members title="Owners" members={ofThis(owners.data)} count={domain.counts.owners} of="owner" />
        <Members
          title="Services"
          members={ofThis(services.data)}
          count={domain.counts.services}
          of="service"
        />
      </div>
      <EventTypeSection by="domain" slug={slug} />
      {form.isOpen && (
        <FormFor does="edit-catalog" title={`Edit ${domain.name}`} what="edit it" onClose={form.close}>
          <EditDialog
            title={`Edit ${domain.name}`}
            fields={DOMAIN_FIELDS}
            values={domainValues(domain)}
            change={change}
            onClose={form.close}
          />
        </FormFor>
      )}
    </>
  )
}

interface MembersProps {
  title: string
  /** Absent while they are on their way. */
  members: readonly Reference[] | undefined
  count: number
  of: 'owner' | 'service'
}

function Members({ title, members, count, of }: MembersProps) {
  return (
    <Box title={title} aside={count}>
      {members === undefined ? (
        <div role="status" aria-label="Loading" className="flex flex-col gap-2.5 px-3 py-3">
          {Array.from({ length: Math.min(count, 6) }, (_, index) => (
            <Bone key={index} className="h-3 w-32" />
          ))}
        </div>
      ) : members.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-2">
          None yet. Set this domain on the page of {of === 'owner' ? 'an owner' : 'a service'}.
        </p>
      ) : (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 px-3 py-2.5">
          {members.map((member) => (
            <li key={member.slug} className="min-h-6 leading-6">
              {of === 'owner' ? <OwnerLink owner={member} /> : <ServiceLink service={member} />}
            </li>
          ))}
        </ul>
      )}
    </Box>
  )
}
