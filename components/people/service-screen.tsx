'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { DomainLink, OwnerLink } from '@/components/event/owner-link'
import { Time } from '@/components/event/time'
import { FormFor } from '@/components/shell/form-for'
import { PageHeader } from '@/components/shell/page-header'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import { OutsideLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import { useRemember } from '@/lib/client/recent'
import { useDescribeService } from '@/lib/client/service-mutations'
import { serviceQueries } from '@/lib/client/service-queries'
import { EditButton } from './edit-button'
import { EditDialog } from './edit-dialog'
import { SERVICE_FIELDS, serviceValues } from './entity-fields'
import { Fact, Facts } from './fact'
import { Prose } from './prose'
import { ServiceUses } from './service-uses'
import { useOpenForm } from './use-open-form'

/** A system: whose it is, what it produces and consumes, as declared and as seen. */
export function ServiceScreen({ slug }: { slug: string }) {
  const { data: service } = useSuspenseQuery(serviceQueries.detail(slug))
  const form = useOpenForm('edit')
  const change = useDescribeService(slug)
  useRemember({ kind: 'service', title: service.name, href: paths.service(slug) })
  return (
    <>
      <PageHeader
        title={service.name}
        facts={<span className="text-ink-3">Service</span>}
        actions={<EditButton about={{ owner: service.owner?.slug ?? null }} onClick={form.open} />}
      >
        <Prose text={service.description} none="Nobody has described this system yet." />
      </PageHeader>
      <div className="grid items-start gap-4 px-5 pb-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ServiceUses title="Produces" service={slug} as="producer" uses={service.produces} />
          <ServiceUses title="Consumes" service={slug} as="consumer" uses={service.consumes} />
        </div>
        <Box title="About" className="max-lg:order-first">
          <Facts>
            <Fact term="Id">
              <code>{service.slug}</code> <CopyButton text={service.slug} what="service id" />
            </Fact>
            <Fact term="Owner">
              <OwnerLink owner={service.owner} />
            </Fact>
            <Fact term="Domain">
              <DomainLink domain={service.domain} />
            </Fact>
            <Fact term="Repository">
              {service.repository_url === null ? (
                <span className="text-ink-3">none named</span>
              ) : (
                <OutsideLink href={service.repository_url}>
                  {service.repository_url.replace(/^https?:\/\//, '')}
                </OutsideLink>
              )}
            </Fact>
            <Fact term="Changed">
              <Time at={service.updated_at} />
            </Fact>
          </Facts>
        </Box>
      </div>
      {form.isOpen && (
        <FormFor
          does="edit-catalog"
          about={{ owner: service.owner?.slug ?? null }}
          title={`Edit ${service.name}`}
          what="edit it"
          onClose={form.close}
        >
          <EditDialog
            title={`Edit ${service.name}`}
            fields={SERVICE_FIELDS}
            values={serviceValues(service)}
            change={change}
            onClose={form.close}
          />
        </FormFor>
      )}
    </>
  )
}
