'use client'

import { useRef, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Field, type FieldControl } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useFocusFirstError } from '@/components/ui/use-focus-first-error'
import { domainQueries } from '@/lib/client/domain-queries'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { ownerQueries } from '@/lib/client/owner-queries'
import { slugOf } from './slug-of'

/** One field of a form about an owner, a service or a domain. */
export interface FieldSpec {
  name: string
  label: string
  sort: 'line' | 'prose' | 'address' | 'email' | 'owner' | 'domain'
  hint?: string
  required?: boolean
}

export type FormValues = Record<string, string | null>

interface EntityFormProps {
  fields: readonly FieldSpec[]
  /** What the fields hold at first. */
  values: FormValues
  /** Whether it is new: then it also gets its id, which never changes. */
  isNew: boolean
  submit: string
  isPending: boolean
  error: unknown
  onSubmit: (values: FormValues) => void
  onCancel: () => void
}

/** Writes an owner, a service or a domain; what the server refuses stands at its field. */
export function EntityForm(props: EntityFormProps) {
  const { fields, values, isNew, submit, isPending, error, onSubmit, onCancel } = props
  const errors = fieldErrors(error)
  const problem = formError(error)
  const form = useRef<HTMLFormElement>(null)
  useFocusFirstError(form, error)

  function onFormSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const read = fields.map(({ name, sort, required }): [string, string | null] => {
      const text = formText(data, name)
      // Only prose and what is required may be empty texts; elsewhere empty means none.
      return [name, text === '' && sort !== 'prose' && required !== true ? null : text]
    })
    onSubmit(Object.fromEntries(isNew ? [['slug', formText(data, 'slug')], ...read] : read))
  }
  /** Until somebody writes an id, it follows the name. */
  function suggestSlug(name: string): void {
    const slug = form.current?.elements.namedItem('slug')
    if (slug instanceof HTMLInputElement && slug.dataset.written === undefined) slug.value = slugOf(name)
  }

  return (
    <form ref={form} onSubmit={onFormSubmit} className="flex flex-col gap-3" noValidate>
      <FormProblem>{problem}</FormProblem>
      {fields.map((spec) => (
        <Field
          key={spec.name}
          label={spec.label}
          hint={spec.hint}
          error={errors.get(spec.name)}
          optional={spec.required !== true}
        >
          {(control) => (
            <Control
              spec={spec}
              value={values[spec.name] ?? ''}
              control={control}
              onInput={isNew && spec.name === 'name' ? suggestSlug : undefined}
            />
          )}
        </Field>
      ))}
      {isNew && (
        <Field
          label="Id"
          hint="Stands in addresses and in envelopes, and never changes"
          error={errors.get('slug')}
        >
          {(control) => (
            <Input
              name="slug"
              required
              maxLength={200}
              spellCheck={false}
              className="font-mono"
              onInput={(event) => (event.currentTarget.dataset.written = 'true')}
              {...control}
            />
          )}
        </Field>
      )}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex justify-end gap-2 border-t border-line bg-surface px-4 py-3">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit" busy={isPending}>
          {isPending ? 'Saving …' : submit}
        </Button>
      </div>
    </form>
  )
}

interface ControlProps {
  spec: FieldSpec
  value: string
  control: FieldControl
  onInput: ((value: string) => void) | undefined
}

function Control({ spec: { name, sort, required }, value, control, onInput }: ControlProps) {
  if (sort === 'prose') return <Textarea name={name} defaultValue={value} maxLength={20_000} {...control} />
  if (sort === 'owner' || sort === 'domain') {
    return <ReferenceSelect name={name} of={sort} value={value} control={control} />
  }
  return (
    <Input
      name={name}
      type={sort === 'address' ? 'url' : sort === 'email' ? 'email' : 'text'}
      defaultValue={value}
      required={required}
      maxLength={500}
      onInput={onInput && ((event) => onInput(event.currentTarget.value))}
      {...control}
    />
  )
}

interface ReferenceSelectProps {
  name: string
  of: 'owner' | 'domain'
  value: string
  control: FieldControl
}

function ReferenceSelect({ name, of, value, control }: ReferenceSelectProps) {
  const owners = useQuery({ ...ownerQueries.list(), enabled: of === 'owner' })
  const domains = useQuery({ ...domainQueries.list(), enabled: of === 'domain' })
  const found = (of === 'owner' ? owners.data : domains.data)?.map((one) => ({
    value: one.slug,
    label: one.name,
  }))
  // Until the list is there, the present value must not fall out of the form.
  const options = found ?? (value === '' ? [] : [{ value, label: value }])
  return (
    <Select
      key={found === undefined ? 'waiting' : 'ready'}
      name={name}
      none="None"
      defaultValue={value}
      options={options}
      {...control}
    />
  )
}
