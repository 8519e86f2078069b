'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Opened } from '@/components/ui/opened'
import { Tag } from '@/components/ui/tag'
import { formError } from '@/lib/client/field-errors'
import { useChangePerson, useInvite } from '@/lib/client/person-mutations'
import type { Invitation, Person } from '@/lib/contracts/person'
import { PersonForm } from './person-form'

export function PersonRow({ person }: { person: Person }) {
  const change = useChangePerson(person.id)
  const invite = useInvite(person.id)
  const [editing, setEditing] = useState(false)
  const edit = useRef<HTMLButtonElement>(null)
  const problem = formError(invite.error) ?? (editing ? null : formError(change.error))
  return (
    <li className="border-b border-line last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className={person.active ? 'font-medium' : 'text-ink-3 line-through'}>{person.name}</span>
            <Tag>{person.active ? person.role : 'may not sign in'}</Tag>
          </p>
          <p className="text-xs text-ink-3">
            {[
              person.email,
              ...person.owners.map(({ name, by_group }) => (by_group ? `${name} (by a group)` : name)),
              person.role_by_hand !== null && `${person.role_by_hand} without their groups`,
            ]
              .filter((part) => part !== false)
              .join(' · ')}
          </p>
          {problem !== null && <p className="text-xs text-breaking">{problem}</p>}
        </div>
        <span className="flex items-center gap-2">
          {person.active && !person.demo && (
            <Button size="small" look="quiet" busy={invite.isPending} onClick={() => invite.mutate()}>
              {person.has_signed_in ? 'New password …' : 'Invite …'}
              <span className="sr-only"> {person.name}</span>
            </Button>
          )}
          <Button
            ref={edit}
            size="small"
            look="quiet"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            Edit<span className="sr-only"> {person.name}</span>
          </Button>
        </span>
      </div>
      {invite.data !== undefined && <InvitationLink invitation={invite.data} person={person} />}
      {editing && (
        <Opened onClose={() => setEditing(false)} backTo={() => edit.current}>
          <PersonForm
            person={person}
            isPending={change.isPending}
            error={change.error}
            submit="Save"
            onSubmit={({ email: _, ...body }) => change.mutate(body, { onSuccess: () => setEditing(false) })}
            onCancel={() => setEditing(false)}
            onToggle={() => change.mutate({ active: !person.active }, { onSuccess: () => setEditing(false) })}
          />
        </Opened>
      )}
    </li>
  )
}

/** Without mail, the link is handed over by whoever made it. */
function InvitationLink({
  invitation: { href, mailed },
  person: { name, email },
}: {
  invitation: Invitation
  person: Person
}) {
  const address = new URL(href, window.location.href).href
  return (
    <p
      role="status"
      className="mx-3 mb-2 flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-2.5 py-1.5"
    >
      <span>
        {mailed
          ? `This link is on its way to ${email}, good once and for three days:`
          : `Give ${name} this link, good once and for three days:`}
      </span>
      <code translate="no" className="min-w-0 flex-1 basis-64 text-xs break-all">
        {address}
      </code>
      <CopyButton text={address} what="link">
        Copy
      </CopyButton>
    </p>
  )
}
