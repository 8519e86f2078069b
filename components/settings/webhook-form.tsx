'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, type FormEvent } from 'react'
import { EventName } from '@/components/event/event-name'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useFocusFirstError } from '@/components/ui/use-focus-first-error'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { ownerQueries } from '@/lib/client/owner-queries'
import type { NewWebhook, Webhook } from '@/lib/contracts/webhook'
import { newsKinds, catalogNews } from '@/lib/domain/news/news'

interface WebhookFormProps {
  /** The one that is changed; none where one is added. */
  webhook?: Webhook
  isPending: boolean
  error: Error | null
  submit: string
  onSubmit: (body: NewWebhook) => void
  onCancel: () => void
}

export function WebhookForm({ webhook, isPending, error, submit, onSubmit, onCancel }: WebhookFormProps) {
  const owners = useQuery(ownerQueries.list())
  const errors = fieldErrors(error)
  const form = useRef<HTMLFormElement>(null)
  useFocusFirstError(form, error)
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    onSubmit(readForm(new FormData(event.currentTarget)))
  }
  const known = (owners.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))
  const owner = webhook?.owner ?? ''
  // While the owners are read, and where the one that was chosen is not among them, it stays chosen.
  const options =
    owner === '' || known.some(({ value }) => value === owner)
      ? known
      : [{ value: owner, label: owner }, ...known]
  return (
    <form ref={form} onSubmit={send} className="flex flex-col gap-4 border-b border-line p-3" noValidate>
      <FormProblem>{formError(error)}</FormProblem>
      <Field
        label="Name"
        error={errors.get('name')}
        hint="Who listens there, such as “Chat of the payments team”."
      >
        {(control) => <Input name="name" defaultValue={webhook?.name} maxLength={200} {...control} />}
      </Field>
      <Field
        label="Address"
        error={errors.get('url')}
        hint="Messages are sent there with POST, as JSON. Private networks only where this server’s operator allowed them."
      >
        {(control) => (
          <Input
            name="url"
            type="url"
            defaultValue={webhook?.url}
            maxLength={2_000}
            spellCheck={false}
            placeholder="https://"
            className="font-mono"
            {...control}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">It hears</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {newsKinds.map((kind) => (
            <Checkbox
              key={kind}
              name="kind"
              value={kind}
              defaultChecked={(webhook?.kinds ?? catalogNews).includes(kind)}
              label={<EventName name={kind} className="font-mono" />}
            />
          ))}
        </div>
        {errors.has('kinds') && <p className="mt-1 text-xs text-breaking">Choose what it hears.</p>}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Owner" optional error={errors.get('owner')} hint="Only what belongs to this owner.">
          {(control) => (
            <Select
              key={options.length}
              name="owner"
              none="Every owner"
              options={options}
              defaultValue={owner}
              {...control}
            />
          )}
        </Field>
        <Field
          label="Event type"
          optional
          error={errors.get('event_type')}
          hint="Only this one, by its name."
        >
          {(control) => (
            <Input
              name="event_type"
              defaultValue={webhook?.event_type ?? ''}
              maxLength={200}
              spellCheck={false}
              className="font-mono"
              {...control}
            />
          )}
        </Field>
      </div>
      <div className="flex gap-2">
        <Button look="primary" type="submit" busy={isPending}>
          {isPending ? 'Saving …' : submit}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}

function readForm(form: FormData): NewWebhook {
  return {
    name: formText(form, 'name'),
    url: formText(form, 'url'),
    kinds: newsKinds.filter((kind) => form.getAll('kind').includes(kind)),
    owner: formText(form, 'owner') || null,
    event_type: formText(form, 'event_type').trim() || null,
  }
}
