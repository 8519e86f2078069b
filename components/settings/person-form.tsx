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
import { ownerQueries } from '@/lib/client/owner-queries'
import type { NewPerson, Person } from '@/lib/contracts/person'
import { roleNames, type Role } from '@/lib/domain/policy/policy'

const ROLES: Record<Role, string> = {
  reader: 'reader: looks',
  author: 'author: drafts, and describes what their teams own',
  reviewer: 'reviewer: approves and publishes',
  administrator: 'administrator: everything',
}

interface PersonFormProps {
  person?: Person
  isNew?: boolean
  isPending: boolean
  error: unknown
  submit: string
  onSubmit: (body: Partial<Pick<NewPerson, 'email'>> & { name: string; role: Role; owners: string[] }) => void
  onCancel: () => void
  /** Lets them sign in, or no more. */
  onToggle?: () => void
}

export function PersonForm(props: PersonFormProps) {
  const { person, isNew = false, isPending, error, submit, onSubmit, onCancel, onToggle } = props
  const owners = useQuery(ownerQueries.list())
  const errors = fieldErrors(error)
  const problem = formError(error)
  const form = useRef<HTMLFormElement>(null)
  useFocusFirstError(form, error)
  function onFormSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSubmit({
      name: formText(data, 'name'),
      email: formText(data, 'email'),
      role: formText(data, 'role') as Role,
      owners: data.getAll('owner').map(String),
    })
  }
  const member = new Set(person?.owners.map(({ slug }) => slug))
  return (
    <form
      ref={form}
      onSubmit={onFormSubmit}
      className="flex flex-col gap-4 border-b border-line bg-sunken p-3"
      noValidate
    >
      <FormProblem>{problem}</FormProblem>
      <Field label="Name" error={errors.get('name')}>
        {(control) => <Input name="name" defaultValue={person?.name} maxLength={200} {...control} />}
      </Field>
      {isNew && (
        <Field label="E-mail address" error={errors.get('email')}>
          {(control) => <Input name="email" type="email" maxLength={200} {...control} />}
        </Field>
      )}
      <Field label="Role" error={errors.get('role')}>
        {(control) => (
          <Select
            name="role"
            defaultValue={person?.role ?? 'reader'}
            options={roleNames.map((role) => ({ value: role, label: ROLES[role] }))}
            {...control}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">Member of</legend>
        <div className="grid max-h-48 gap-x-4 overflow-y-auto sm:grid-cols-2">
          {(owners.data ?? []).map(({ slug, name }) => (
            <Checkbox key={slug} name="owner" value={slug} defaultChecked={member.has(slug)} label={name} />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" busy={isPending}>
          {isPending ? 'Saving …' : submit}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        {person !== undefined && onToggle !== undefined && (
          <Button
            look={person.active ? 'danger' : 'plain'}
            className="ml-auto"
            busy={isPending}
            onClick={onToggle}
          >
            {person.active ? 'Let them sign in no more' : 'Let them sign in again'}
          </Button>
        )}
      </div>
    </form>
  )
}
