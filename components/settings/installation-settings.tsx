'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { useChangeSettings } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'
import type { Settings } from '@/lib/contracts/settings'

const READING: { value: Settings['reading']; label: string }[] = [
  { value: 'signed-in', label: 'Nobody' },
  { value: 'this-machine', label: 'Whoever is at this machine' },
  { value: 'network', label: 'Whoever reaches it on the network' },
]

/** What is the same for everybody and belongs to no other part. */
export function InstallationSettings() {
  const { data: settings } = useSuspenseQuery(settingsQueries.current())
  const change = useChangeSettings()
  const errors = fieldErrors(change.error)
  const problem = formError(change.error)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    change.mutate(
      {
        trace_link: formText(form, 'trace_link'),
        late_after_seconds: Number(formText(form, 'late_after_seconds')),
        reading: formText(form, 'reading') as Settings['reading'],
      },
      { onSuccess: () => announce('Settings saved') },
    )
  }
  return (
    <Box title="General" aside={<span className="text-xs">The same for everybody who uses it.</span>}>
      <form key={settings.trace_link} onSubmit={submit} className="flex flex-col gap-4 p-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        <Field
          label="Link to a trace"
          error={errors.get('trace_link')}
          hint={
            <>
              An address with <code>{'{trace_id}'}</code> in it, such as{' '}
              <code>https://jaeger.example/trace/{'{trace_id}'}</code>. Empty: trace ids are no links.
            </>
          }
        >
          {(control) => (
            <Input
              name="trace_link"
              defaultValue={settings.trace_link}
              maxLength={500}
              spellCheck={false}
              className="font-mono"
              {...control}
            />
          )}
        </Field>
        <Field
          label="Late after, in seconds"
          error={errors.get('late_after_seconds')}
          hint="An event received this long after it was created is marked late; imports never are."
        >
          {(control) => (
            <Input
              name="late_after_seconds"
              type="number"
              min={1}
              max={86_400}
              defaultValue={settings.late_after_seconds}
              className="max-w-32"
              {...control}
            />
          )}
        </Field>
        <Field
          label="Reading without signing in"
          error={errors.get('reading')}
          hint="Writing always needs a person or a token."
        >
          {(control) => (
            <Select
              key={settings.reading}
              name="reading"
              className="max-w-80"
              defaultValue={settings.reading}
              options={READING}
              {...control}
            />
          )}
        </Field>
        <div>
          <Button look="primary" type="submit" busy={change.isPending}>
            {change.isPending ? 'Saving …' : 'Save'}
          </Button>
        </div>
      </form>
    </Box>
  )
}
