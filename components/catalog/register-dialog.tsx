'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useRef, useState, type FormEvent } from 'react'
import { EventName } from '@/components/event/event-name'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useFocusFirstError } from '@/components/ui/use-focus-first-error'
import { domainQueries } from '@/lib/client/domain-queries'
import { useRegisterEventType } from '@/lib/client/event-type-mutations'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { ownerQueries } from '@/lib/client/owner-queries'
import { paths } from '@/lib/client/paths'
import type { Kind } from '@/lib/contracts/event-type'
import { cudName } from '@/lib/domain/naming/cud-name'
import { NameCheck } from './name-check'

/** Makes an event type by hand: its name is checked while it is typed. */
export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const register = useRegisterEventType()
  const owners = useQuery(ownerQueries.list())
  const domains = useQuery(domainQueries.list())
  const first = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useFocusFirstError(form, register.error)
  const [name, setName] = useState('')
  const [chosenKind, setKind] = useState<Kind | null>(null)
  const cud = cudName(name.trim())
  const kind = chosenKind ?? (cud ? 'cud' : 'domain')
  const checked = useDeferredValue(name.trim())
  const errors = fieldErrors(register.error)
  const problem = formError(register.error)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const body = {
      name: name.trim(),
      kind,
      entity: kind === 'cud' ? formText(data, 'entity') || null : null,
      operation: kind === 'cud' ? (cud?.operation ?? null) : null,
      owner: formText(data, 'owner') || null,
      domain: formText(data, 'domain') || null,
      description: formText(data, 'description'),
    }
    register.mutate(body, {
      onSuccess: (made) => {
        announce(`${made.name} is in the catalog`)
        router.push(paths.eventType(made.name))
      },
    })
  }

  return (
    <Dialog
      onClose={onClose}
      title="Register an event type"
      description="For an event that exists already. To design a new one with its schema, draft it."
      initialFocus={first}
    >
      <form ref={form} onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        <Field
          label="Name"
          error={errors.get('name')}
          hint={
            checked === '' ? (
              'What happened, in the past tense: CardExpired, ReportFilled'
            ) : (
              <NameCheck name={checked} kind={kind} />
            )
          }
        >
          {(control) => (
            <Input
              ref={first}
              name="name"
              required
              maxLength={200}
              spellCheck={false}
              value={name}
              onChange={(event) => setName(event.target.value)}
              className="font-mono"
              {...control}
            />
          )}
        </Field>
        {checked !== '' && (
          <p className="text-lg" aria-hidden>
            <EventName name={checked} kind={kind} />
          </p>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Kind" error={errors.get('kind')}>
            {(control) => (
              <Select
                value={kind}
                onChange={(event) => setKind(event.target.value === 'cud' ? 'cud' : 'domain')}
                options={[
                  { value: 'domain', label: 'Domain event' },
                  { value: 'cud', label: 'CUD event' },
                ]}
                {...control}
              />
            )}
          </Field>
          {kind === 'cud' && (
            <Field label="Entity" error={errors.get('entity')} hint="What is created, updated or deleted">
              {(control) => (
                <Input key={cud?.entity} name="entity" defaultValue={cud?.entity ?? ''} {...control} />
              )}
            </Field>
          )}
          <Field label="Owner" optional error={errors.get('owner')}>
            {(control) => (
              <Select
                name="owner"
                none="Nobody yet"
                options={(owners.data ?? []).map(({ slug, name: label }) => ({ value: slug, label }))}
                {...control}
              />
            )}
          </Field>
          <Field label="Domain" optional error={errors.get('domain')}>
            {(control) => (
              <Select
                name="domain"
                none="None yet"
                options={(domains.data ?? []).map(({ slug, name: label }) => ({ value: slug, label }))}
                {...control}
              />
            )}
          </Field>
        </div>
        <Field
          label="Description"
          optional
          error={errors.get('description')}
          hint="What happened when this event is published, and what a consumer may conclude"
        >
          {(control) => <Textarea name="description" maxLength={20_000} {...control} />}
        </Field>
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex justify-end gap-2 border-t border-line bg-surface px-4 py-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={register.isPending} disabled={name.trim() === ''}>
            {register.isPending ? 'Registering …' : 'Register'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
