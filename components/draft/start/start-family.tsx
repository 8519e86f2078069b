'use client'

import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { EventName } from '@/components/event/event-name'
import { Box } from '@/components/ui/box'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { TextLink } from '@/components/ui/text-link'
import { formError } from '@/lib/client/field-errors'
import { useStartDraft } from '@/lib/client/draft-mutations'
import { lintQueries } from '@/lib/client/lint-queries'
import { paths } from '@/lib/client/paths'
import type { Draft } from '@/lib/contracts/draft'
import { draftFamily, likelyKey } from '@/lib/domain/schema/cud-family'
import { InferredBox } from './inferred-box'
import { SamplesField } from './samples-field'
import { StartButton } from './start-button'
import { examplesOf, useSamples } from './use-samples'

/** An entity in, three events out: a draft of each, with the entity's full state. */
export function StartFamily() {
  const start = useStartDraft()
  const { data: catalog } = useQuery(lintQueries.context(undefined))
  const known = new Set(catalog?.catalog_names)
  const [entity, setEntity] = useState('')
  const [typedKey, setKey] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [made, setMade] = useState<readonly Draft[]>([])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const inferred = useSamples(text)
  const state = inferred.schema ?? { $schema: 'https://json-schema.org/draft/2020-12/schema' }
  const name = entity.trim()
  const key = typedKey ?? (name === '' ? '' : likelyKey(name, state))
  const family =
    name === '' ? [] : draftFamily({ entity: name, key: key.trim(), state, style: catalog?.name_style })
  const wanted = family.filter(({ operation, eventType }) => !left.has(operation) && !known.has(eventType))
  const isDone = made.length > 0 && start.isSuccess && wanted.every(({ eventType }) => isMade(eventType))

  function isMade(eventType: string): boolean {
    return made.some(({ event_type }) => event_type === eventType)
  }
  /** One after the other; where one is refused, those before it are not made again. */
  async function begin(): Promise<void> {
    for (const { eventType, operation, description, schema } of wanted) {
      if (isMade(eventType)) continue
      const draft = await start.mutateAsync({
        event_type: eventType,
        kind: 'cud',
        entity: name,
        operation,
        description,
        schema_text: JSON.stringify(schema, null, 2),
        examples_text: examplesOf(inferred),
        summary: `One of the events of ${name}`,
      })
      setMade((before) => [...before, draft])
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    // What went wrong stands in the form.
    begin().catch(() => undefined)
  }
  function choose(operation: string, isWanted: boolean): void {
    const next = new Set(left)
    if (isWanted) next.delete(operation)
    else next.add(operation)
    setLeft(next)
  }
  if (isDone)
    return (
      <Box title={`Drafts of ${name}`} className="max-w-xl">
        <ul role="status" className="flex flex-col gap-1.5 px-3 py-2.5">
          {made.map(({ id, event_type }) => (
            <li key={id}>
              <TextLink href={paths.draft(id)}>
                <EventName name={event_type} kind="cud" />
              </TextLink>
            </li>
          ))}
        </ul>
      </Box>
    )
  return (
    <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-2">
      <form onSubmit={submit} className="flex min-w-0 flex-col gap-4" noValidate>
        <FormProblem>{formError(start.error)}</FormProblem>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Entity" hint="What is made, changed and gone: Customer, loyalty_card.">
            {(control) => (
              <Input
                value={entity}
                onChange={(event) => setEntity(event.target.value)}
                maxLength={150}
                spellCheck={false}
                className="font-mono"
                {...control}
              />
            )}
          </Field>
          <Field label="Its key" hint="The field that says which one it is.">
            {(control) => (
              <Input
                value={key}
                onChange={(event) => setKey(event.target.value)}
                maxLength={150}
                spellCheck={false}
                className="font-mono"
                {...control}
              />
            )}
          </Field>
        </div>
        <SamplesField
          label="Samples of its full state"
          hint="As in your database or API; leave it empty to write the fields yourself. The first three become examples, so leave out what is personal."
          value={text}
          onChange={setText}
          faults={inferred.faults}
        />
        {family.length > 0 && (
          <fieldset>
            <legend className="mb-1 font-medium">What is drafted</legend>
            {family.map(({ eventType, operation, description }) => (
              <Checkbox
                key={operation}
                checked={!left.has(operation) && !known.has(eventType)}
                disabled={known.has(eventType)}
                onChange={(event) => choose(operation, event.target.checked)}
                label={
                  <>
                    <EventName name={eventType} kind="cud" />{' '}
                    <span className="text-ink-3">
                      {known.has(eventType) ? 'is in the catalog already' : description}
                    </span>
                  </>
                }
              />
            ))}
          </fieldset>
        )}
        <StartButton busy={start.isPending} disabled={wanted.length === 0 || key.trim() === ''}>
          {wanted.length === 1 ? 'Start 1 draft' : `Start ${wanted.length} drafts`}
        </StartButton>
      </form>
      <InferredBox inferred={inferred} />
    </div>
  )
}
