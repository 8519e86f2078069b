'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { domainQueries } from '@/lib/client/domain-queries'
import { useDescribeEventType } from '@/lib/client/event-type-mutations'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { ownerQueries } from '@/lib/client/owner-queries'
import type { EventType, EventTypePatch } from '@/lib/contracts/event-type'

const KINDS = [
  { value: 'domain', label: 'Domain event' },
  { value: 'cud', label: 'CUD event' },
]
const OPERATIONS = [
  { value: 'created', label: 'Created' },
  { value: 'updated', label: 'Updated' },
  { value: 'deleted', label: 'Deleted' },
]

/** Says what an event type means and who answers for it. */
export function DescribeDialog({ type, onClose }: { type: EventType; onClose: () => void }) {
  const change = useDescribeEventType(type.name)
  const owners = useQuery(ownerQueries.list())
  const domains = useQuery(domainQueries.list())
  const [kind, setKind] = useState(type.kind)
  const first = useRef<HTMLTextAreaElement>(null)
  const errors = fieldErrors(change.error)
  const problem = formError(change.error)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const isCud = kind === 'cud'
    const patch: EventTypePatch = {
      description: formText(form, 'description'),
      owner: formText(form, 'owner') || null,
      domain: formText(form, 'domain') || null,
      kind,
      entity: isCud ? formText(form, 'entity') || null : null,
      operation: isCud ? ((formText(form, 'operation') || null) as EventTypePatch['operation']) : null,
    }
    change.mutate(patch, {
      onSuccess: () => {
        announce('Saved')
        onClose()
      },
    })
  }

  return (
    <Dialog onClose={onClose} title={`Describe ${type.name}`} initialFocus={first}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        <Field
          label="What it means"
          hint="What has happened in the business when this event is sent, and what has not"
          error={errors.get('description')}
        >
          {(control) => (
            <Textarea
              ref={first}
              name="description"
              rows={6}
              maxLength={20_000}
              defaultValue={type.description}
              {...control}
            />
          )}
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Owner" optional error={errors.get('owner')}>
            {(control) => (
              <Select
                key={owners.status}
                name="owner"
                none="Nobody yet"
                defaultValue={type.owner?.slug ?? ''}
                options={options(owners.data, type.owner)}
                {...control}
              />
            )}
          </Field>
          <Field label="Domain" optional error={errors.get('domain')}>
            {(control) => (
              <Select
                key={domains.status}
                name="domain"
                none="None yet"
                defaultValue={type.domain?.slug ?? ''}
                options={options(domains.data, type.domain)}
                {...control}
              />
            )}
          </Field>
          <Field label="Kind" error={errors.get('kind')}>
            {(control) => (
              <Select
                value={kind}
                onChange={(event) => setKind(event.target.value === 'cud' ? 'cud' : 'domain')}
                options={KINDS}
                {...control}
              />
            )}
          </Field>
          {kind === 'cud' && (
            <>
              <Field label="Entity" error={errors.get('entity')}>
                {(control) => <Input name="entity" defaultValue={type.entity ?? ''} {...control} />}
              </Field>
              <Field label="Operation" error={errors.get('operation')}>
                {(control) => (
                  <Select
                    name="operation"
                    none="Not said"
                    defaultValue={type.operation ?? ''}
                    options={OPERATIONS}
                    {...control}
                  />
                )}
              </Field>
            </>
          )}
        </div>
        <DialogActions words="Save" busyWords="Saving …" busy={change.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

/** Until the list is there, the present value must not fall out of the form. */
function options(
  found: readonly { slug: string; name: string }[] | undefined,
  present: { slug: string; name: string } | null,
) {
  return (found ?? (present === null ? [] : [present])).map(({ slug, name }) => ({
    value: slug,
    label: name,
  }))
}
