'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Select } from '@/components/ui/select'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { useChangeSettings } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'
import type { Settings, SettingsPatch } from '@/lib/contracts/settings'
import { NAME_STYLES, type NameStyle } from '@/lib/domain/lint/name-style'
import { rules } from '@/lib/domain/lint/rules'

const SEVERITIES = ['error', 'warning', 'hint', 'off'] as const
/** What a form's field is called for a rule. */
const fieldOf = (rule: string) => `severity ${rule}`

/** How grave each rule is in this catalog, and how names are written: for the editor, publishing and the command line alike. */
export function RuleSettings() {
  const { data: settings } = useSuspenseQuery(settingsQueries.current())
  const change = useChangeSettings()
  const problem = formError(change.error)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    change.mutate(readForm(new FormData(event.currentTarget)), { onSuccess: () => announce('Rules saved') })
  }
  return (
    <Box
      title="Rules"
      aside={
        <span className="text-xs">What is found in drafts, at publishing, and by the command line.</span>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4 p-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        <Field
          label="Style of names"
          error={fieldErrors(change.error).get('name_style')}
          hint="An event type whose name is written otherwise gets a finding, and a better name."
        >
          {(control) => (
            <Select
              key={settings.name_style}
              name="name_style"
              className="max-w-64"
              defaultValue={settings.name_style ?? ''}
              none="Any style"
              options={NAME_STYLES.map((style) => ({ value: style, label: style }))}
              {...control}
            />
          )}
        </Field>
        <RuleList severities={settings.rule_severities} />
        <div>
          <Button look="primary" type="submit" busy={change.isPending}>
            {change.isPending ? 'Saving …' : 'Save rules'}
          </Button>
        </div>
      </form>
    </Box>
  )
}

function RuleList({ severities }: { severities: Settings['rule_severities'] }) {
  return (
    <ul aria-label="Severity of each rule" className="border-y border-line">
      {rules.map(({ id, title, explanation, severity }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-b-0"
        >
          <span className="min-w-0 flex-1 basis-64" title={explanation}>
            {title}
            <span translate="no" className="block font-mono text-xs text-ink-3">
              {id}
            </span>
          </span>
          <Select
            small
            key={severities[id]}
            aria-label={`Severity of ${id}`}
            name={fieldOf(id)}
            className="w-40"
            defaultValue={severities[id] ?? ''}
            none={`${severity}, as usual`}
            options={SEVERITIES.map((value) => ({ value, label: value }))}
          />
        </li>
      ))}
    </ul>
  )
}

function readForm(form: FormData): SettingsPatch {
  const severities = rules.flatMap(({ id }) => {
    const chosen = SEVERITIES.find((severity) => severity === formText(form, fieldOf(id)))
    return chosen === undefined ? [] : [[id, chosen] as const]
  })
  return {
    name_style: (formText(form, 'name_style') || null) as NameStyle | null,
    rule_severities: Object.fromEntries(severities),
  }
}
