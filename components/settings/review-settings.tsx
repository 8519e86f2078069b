'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { useChangeSettings } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'

const RULES = {
  review_required: 'A version is published only after a review, wherever somebody else could give one',
  owner_approves: 'One approval from the owner’s members',
  reviewer_for_new: 'A reviewer approves a new event type',
  reviewer_for_breaking: 'A reviewer approves what may break somebody',
} as const
const keys = Object.keys(RULES) as (keyof typeof RULES)[]

/** Whether publishing needs a review, and whose approvals that takes. */
export function ReviewSettings() {
  const { data: settings } = useSuspenseQuery(settingsQueries.current())
  const change = useChangeSettings()
  const problem = formError(change.error)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    change.mutate(
      {
        ...Object.fromEntries(keys.map((key) => [key, form.has(key)])),
        approvals_needed: Number(formText(form, 'approvals_needed')),
      },
      { onSuccess: () => announce('Rules of review saved') },
    )
  }
  return (
    <Box title="Review" aside={<span className="text-xs">Whose word it takes to publish a version.</span>}>
      <form onSubmit={submit} className="flex flex-col gap-3 p-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        {keys.map((key) => (
          <Checkbox key={key} name={key} label={RULES[key]} defaultChecked={settings[key]} />
        ))}
        <Field
          label="Approvals of different people"
          error={fieldErrors(change.error).get('approvals_needed')}
        >
          {(control) => (
            <Input
              name="approvals_needed"
              type="number"
              min={1}
              max={10}
              defaultValue={settings.approvals_needed}
              className="max-w-32"
              {...control}
            />
          )}
        </Field>
        <div>
          <Button look="primary" type="submit" busy={change.isPending}>
            {change.isPending ? 'Saving …' : 'Save the rules of review'}
          </Button>
        </div>
      </form>
    </Box>
  )
}
