'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useFocusFirstError } from '@/components/ui/use-focus-first-error'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { serviceQueries } from '@/lib/client/service-queries'
import { useMakeToken } from '@/lib/client/token-mutations'
import type { MadeToken, NewToken } from '@/lib/contracts/token'
import { scopeNames, type Scope } from '@/lib/domain/policy/policy'

const WORDS: Record<Scope, string> = {
  'events:write': 'send events',
  'catalog:read': 'read everything',
  'catalog:write': 'describe, draft and publish, as far as you may',
  check: 'compare and lint schemas',
}
const DAY_MS = 86_400_000
const LIVES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
]

export function TokenForm({
  onMade,
  onCancel,
}: {
  onMade: (token: MadeToken) => void
  onCancel: () => void
}) {
  const make = useMakeToken()
  const services = useQuery(serviceQueries.list())
  const errors = fieldErrors(make.error)
  const problem = formError(make.error)
  const form = useRef<HTMLFormElement>(null)
  useFocusFirstError(form, make.error)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    make.mutate(readForm(new FormData(event.currentTarget)), { onSuccess: onMade })
  }
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4 border-b border-line p-3" noValidate>
      <FormProblem>{problem}</FormProblem>
      <Field label="Name" error={errors.get('name')} hint="What uses it, such as “CI of the shop”.">
        {(control) => <Input name="name" maxLength={200} {...control} />}
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">It may</legend>
        {scopeNames.map((scope) => (
          <Checkbox
            key={scope}
            name="scope"
            value={scope}
            label={
              <>
                {WORDS[scope]} <code className="text-xs text-ink-3">{scope}</code>
              </>
            }
          />
        ))}
        {errors.has('scopes') && <p className="mt-1 text-xs text-breaking">Choose what it may.</p>}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Service" optional hint="Producer of what it sends, where an event names none.">
          {(control) => (
            <Select
              name="service"
              none="No service"
              options={(services.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
              {...control}
            />
          )}
        </Field>
        <Field label="Expires after" error={errors.get('expires_at')}>
          {(control) => <Select name="days" none="Never" defaultValue="365" options={LIVES} {...control} />}
        </Field>
      </div>
      <div className="flex gap-2">
        <Button look="primary" type="submit" busy={make.isPending}>
          {make.isPending ? 'Making it …' : 'Make the token'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}

function readForm(form: FormData): NewToken {
  const days = formText(form, 'days')
  return {
    name: formText(form, 'name'),
    scopes: scopeNames.filter((scope) => form.getAll('scope').includes(scope)),
    service: formText(form, 'service') || null,
    expires_at: days === '' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString(),
  }
}
