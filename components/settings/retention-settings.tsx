'use client'

import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type FormEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { retentionQueries } from '@/lib/client/retention-queries'
import { useChangeSettings } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'
import { retentionText, retentionTitle } from './retention-text'

/** For how long events are kept. What that would drop is said before it begins. */
export function RetentionSettings() {
  const { data: settings } = useSuspenseQuery(settingsQueries.current())
  const kept = settings.retention_days
  const [text, setText] = useState(kept === null ? '' : String(kept))
  const [asking, setAsking] = useState(false)
  const days = useDeferredValue(daysIn(text))
  const { data: retention } = useQuery({
    ...retentionQueries.of(days ?? 1),
    enabled: days !== null,
    placeholderData: keepPreviousData,
  })
  const change = useChangeSettings()
  function save(): void {
    change.mutate(
      { retention_days: text.trim() === '' ? null : Number(text) },
      {
        onSuccess: () => announce('Retention saved'),
        onSettled: () => setAsking(false),
      },
    )
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (days !== null && days !== kept) setAsking(true)
    else save()
  }
  return (
    <Box title="Retention" aside={<span className="text-xs">For how long events are kept.</span>}>
      <form onSubmit={submit} className="flex flex-col gap-3 p-3" noValidate>
        <FormProblem>{formError(change.error)}</FormProblem>
        <Field
          label="Drop events after, in days"
          error={fieldErrors(change.error).get('retention_days')}
          hint="By the day they were received. Empty: events are kept for good."
        >
          {(control) => (
            <Input
              name="retention_days"
              type="number"
              min={1}
              max={36_500}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="max-w-32"
              {...control}
            />
          )}
        </Field>
        <p role="status" className="min-h-5 text-ink-2">
          {days === null
            ? kept === null
              ? 'Nothing is dropped.'
              : 'From then on nothing more is dropped. What is gone stays gone.'
            : retention !== undefined && retentionText(retention, days, days === kept)}
        </p>
        <div>
          <Button look="primary" type="submit" busy={change.isPending}>
            {change.isPending ? 'Saving …' : 'Save the retention'}
          </Button>
        </div>
      </form>
      {asking && days !== null && (
        <Dialog
          onClose={() => setAsking(false)}
          title={retentionTitle(days)}
          description={retention === undefined ? undefined : retentionText(retention, days, false)}
        >
          <ul className="mb-4 flex list-disc flex-col gap-1 pl-5 text-ink-2">
            <li>
              What is dropped does not come back, also not when the retention is made longer or turned off.
            </li>
            <li>
              Of every event its id, type, times and hash stay: the same event again is still a duplicate, and
              a chain that reaches back shows its parent as past retention.
            </li>
            <li>Counts, flows and their delays stay.</li>
            <li>
              Entities that have not changed within {days === 1 ? 'a day' : `${days} days`} are missing in
              snapshots, and histories begin later.
            </li>
          </ul>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Change nothing</Button>
            <Button look="danger" busy={change.isPending} onClick={save}>
              Keep {days === 1 ? '1 day' : `${days} days`} and drop the rest
            </Button>
          </div>
        </Dialog>
      )}
    </Box>
  )
}

/** A number of days that the setting takes; null for none, and for what the server will refuse. */
function daysIn(text: string): number | null {
  const days = Number(text)
  return text.trim() !== '' && Number.isInteger(days) && days >= 1 && days <= 36_500 ? days : null
}
