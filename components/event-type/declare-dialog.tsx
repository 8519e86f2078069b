'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, type FormEvent } from 'react'
import { TypeLeavingWords } from '@/components/event/type-leaving'
import { WhyNot } from '@/components/shell/why-not'
import { announce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input, Textarea } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { useDeclareParticipant } from '@/lib/client/event-type-mutations'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { mayAs, useMe } from '@/lib/client/me'
import { paths } from '@/lib/client/paths'
import { serviceQueries } from '@/lib/client/service-queries'
import type { EventType } from '@/lib/contracts/event-type'
import { isLeft } from '@/lib/domain/news/leaving'

interface DeclareDialogProps {
  type: EventType
  as: 'producer' | 'consumer'
  onClose: () => void
}

/** "We consume this": a service says so, and is told before the schema changes. */
export function DeclareDialog({ type, as: role, onClose }: DeclareDialogProps) {
  const { name } = type
  const declare = useDeclareParticipant(name)
  const services = useQuery(serviceQueries.list())
  const me = useMe()
  // What a service uses is its owner's to say.
  const ours = services.data?.filter(({ owner }) => mayAs(me, 'declare', { owner: owner?.slug ?? null }))
  const others = (services.data?.length ?? 0) - (ours?.length ?? 0)
  const errors = fieldErrors(declare.error)
  const problem = formError(declare.error)
  const isConsumer = role === 'consumer'
  const first = useRef<HTMLSelectElement>(null)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const service = formText(form, 'service')
    if (service === '') return
    const fields = formText(form, 'fields')
      .split(/[\s,]+/)
      .filter((field) => field !== '')
    declare.mutate(
      { role, service, body: { note: formText(form, 'note'), ...(fields.length > 0 && { fields }) } },
      {
        onSuccess: () => {
          announce(`${service} is declared as a ${role} of ${name}`)
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      onClose={onClose}
      initialFocus={first}
      title={isConsumer ? `We consume ${name}` : `We produce ${name}`}
      description={
        isConsumer
          ? 'Whoever changes the schema sees your service among those who may break.'
          : 'Chains that stop here name your service, even before its first event.'
      }
    >
      {services.data?.length === 0 ? (
        <EmptyState
          title="There is no service yet"
          actions={
            <LinkButton look="primary" href={`${paths.services()}?new=true`}>
              Add a service
            </LinkButton>
          }
        >
          A service is a system that produces or consumes events. Add yours first.
        </EmptyState>
      ) : ours?.length === 0 ? (
        <WhyNot
          does="declare"
          what={`say that it ${isConsumer ? 'consumes' : 'produces'} this`}
          owned="a service"
        />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
          <FormProblem>{problem}</FormProblem>
          {isLeft(type.status) && (
            <p className="rounded-md bg-risky-soft px-2.5 py-1.5 text-ink-2">
              <TypeLeavingWords type={type} />
            </p>
          )}
          <Field
            label="Service"
            hint={
              others > 0
                ? `Those of your teams and nobody’s. For ${others === 1 ? 'one other' : `${others} others`} their owners say it.`
                : undefined
            }
            error={errors.get('service')}
          >
            {(control) => (
              <Select
                ref={first}
                name="service"
                required
                options={(ours ?? []).map((one) => ({ value: one.slug, label: one.name }))}
                {...control}
              />
            )}
          </Field>
          {isConsumer && (
            <Field
              label="Fields it reads"
              optional
              hint="JSON Pointers such as /order_id /total/amount; empty means any of them"
              error={errors.get('fields')}
            >
              {(control) => <Input name="fields" spellCheck={false} className="font-mono" {...control} />}
            </Field>
          )}
          <Field label="Note" optional error={errors.get('note')}>
            {(control) => <Textarea name="note" rows={3} maxLength={20_000} {...control} />}
          </Field>
          <DialogActions
            words="Declare"
            busyWords="Declaring …"
            busy={declare.isPending}
            onCancel={onClose}
          />
        </form>
      )}
    </Dialog>
  )
}
