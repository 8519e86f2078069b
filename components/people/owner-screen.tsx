'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { EventTypeSection } from '@/components/catalog/event-type-section'
import { DomainLink } from '@/components/event/owner-link'
import { Time } from '@/components/event/time'
import { FormFor } from '@/components/shell/form-for'
import { PageHeader } from '@/components/shell/page-header'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import { OutsideLink } from '@/components/ui/text-link'
import { useDescribeOwner } from '@/lib/client/owner-mutations'
import { ownerQueries } from '@/lib/client/owner-queries'
import { paths } from '@/lib/client/paths'
import { useRemember } from '@/lib/client/recent'
import type { Owner } from '@/lib/contracts/people'
import { EditButton } from './edit-button'
import { EditDialog } from './edit-dialog'
import { OWNER_FIELDS, ownerValues } from './entity-fields'
import { Fact, Facts } from './fact'
import { Prose } from './prose'
import { useOpenForm } from './use-open-form'

/** A team: how to reach it, and the event types it answers for. */
export function OwnerScreen({ slug }: { slug: string }) {
  const { data: owner } = useSuspenseQuery(ownerQueries.detail(slug))
  const form = useOpenForm('edit')
  const change = useDescribeOwner(slug)
  useRemember({ kind: 'owner', title: owner.name, href: paths.owner(slug) })
  return (
    <>
      <PageHeader
        title={owner.name}
        facts={<span className="text-ink-3">Owner</span>}
        actions={<EditButton about={{ owner: slug }} onClick={form.open} />}
      >
        <Prose text={owner.description} none="Nobody has described this team yet." />
      </PageHeader>
      <div className="grid gap-4 px-5 pb-4 md:grid-cols-2">
        <Contact owner={owner} />
        <Box title="About">
          <Facts>
            <Fact term="Id">
              <code>{owner.slug}</code> <CopyButton text={owner.slug} what="owner id" />
            </Fact>
            <Fact term="Domain">
              <DomainLink domain={owner.domain} />
            </Fact>
            <Fact term="Services">{owner.counts.services}</Fact>
            <Fact term="Feed">
              <a href={paths.ownerFeed(slug)} className="underline decoration-line-strong underline-offset-2">
                What becomes of their versions
              </a>
            </Fact>
            <Fact term="Changed">
              <Time at={owner.updated_at} />
            </Fact>
          </Facts>
        </Box>
      </div>
      <EventTypeSection by="owner" slug={slug} />
      {form.isOpen && (
        <FormFor
          does="edit-catalog"
          about={{ owner: slug }}
          title={`Edit ${owner.name}`}
          what="edit it"
          onClose={form.close}
        >
          <EditDialog
            title={`Edit ${owner.name}`}
            fields={OWNER_FIELDS}
            values={ownerValues(owner)}
            change={change}
            onClose={form.close}
          />
        </FormFor>
      )}
    </>
  )
}

function Contact({ owner: { email, chat, on_call, url } }: { owner: Owner }) {
  const isReachable = [email, chat, on_call, url].some((way) => way !== null)
  return (
    <Box title="How to reach them">
      {isReachable ? (
        <Facts>
          {email !== null && (
            <Fact term="Email">
              <a
                href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}
                className="underline decoration-line-strong underline-offset-2"
              >
                {email}
              </a>
            </Fact>
          )}
          {chat !== null && (
            <Fact term="Chat">
              {chat} <CopyButton text={chat} what="chat channel" />
            </Fact>
          )}
          {on_call !== null && (
            <Fact term="On call">
              {on_call} <CopyButton text={on_call} what="on-call contact" />
            </Fact>
          )}
          {url !== null && (
            <Fact term="Page">
              <OutsideLink href={url}>{url.replace(/^https?:\/\//, '')}</OutsideLink>
            </Fact>
          )}
        </Facts>
      ) : (
        <p className="px-3 py-2.5 text-ink-2">
          Nobody has said how. When a chain stops at one of their events, nobody will know whom to call: edit
          this team and add an address.
        </p>
      )}
    </Box>
  )
}
