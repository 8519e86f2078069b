'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { PageHeader } from '@/components/shell/page-header'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { useMay, useMe } from '@/lib/client/me'
import { singleKeys } from '@/lib/client/preferences'
import { useChangeSettings } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'
import { chooseTheme, useTheme } from '@/lib/client/theme'
import { THEMES } from '@/lib/client/theme-cookie'
import type { Settings } from '@/lib/contracts/settings'
import { AuditLog } from './audit-log'
import { PeopleSettings } from './people-settings'
import { RetentionSettings } from './retention-settings'
import { ReviewSettings } from './review-settings'
import { RuleSettings } from './rule-settings'
import { TokenSettings } from './token-settings'
import { WebhookSettings } from './webhook-settings'

const READING: { value: Settings['reading']; label: string }[] = [
  { value: 'signed-in', label: 'Nobody' },
  { value: 'this-machine', label: 'Whoever is at this machine' },
  { value: 'network', label: 'Whoever reaches it on the network' },
]
const THEME_WORDS = { system: 'As the system', light: 'Light', dark: 'Dark' } as const

export function SettingsScreen() {
  const me = useMe()
  const may = useMay('administer')
  const mayPeople = useMay('manage-people')
  const mayAudit = useMay('read-audit')
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex max-w-2xl flex-col gap-4 px-5 pb-8">
        {!may && (
          <p className="text-ink-2">
            What is the same for everybody an administrator changes{me.kind === 'local' && ': sign in as one'}
            .
          </p>
        )}
        {may && <InstallationSettings />}
        {may && <ReviewSettings />}
        {may && <RetentionSettings />}
        {me.kind === 'person' && <TokenSettings />}
        {mayPeople && <PeopleSettings />}
        {may && <WebhookSettings />}
        {may && <RuleSettings />}
        <BrowserSettings />
        {mayAudit && <AuditLog />}
      </div>
    </>
  )
}

function InstallationSettings() {
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
    <Section title="This installation" note="The same for everybody who uses it.">
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
    </Section>
  )
}

function BrowserSettings() {
  const theme = useTheme()
  const single = singleKeys.use()
  return (
    <Section title="This browser" note="Kept on this device only; saved at once.">
      <div className="flex flex-col gap-4 p-3">
        <fieldset>
          <legend className="mb-1 font-medium">Theme</legend>
          <div className="flex flex-wrap gap-x-5">
            {THEMES.map((choice) => (
              <label key={choice} className="flex min-h-7 items-center gap-2">
                <input
                  type="radio"
                  name="theme"
                  checked={theme === choice}
                  onChange={() => chooseTheme(choice)}
                  className="accent-accent"
                />
                {THEME_WORDS[choice]}
              </label>
            ))}
          </div>
        </fieldset>
        <Checkbox
          label="Single letters act as keys where a list has the focus"
          checked={single}
          onChange={(event) => singleKeys.write(event.target.checked)}
        />
      </div>
    </Section>
  )
}

function Section({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <Box title={title} aside={<span className="text-xs">{note}</span>}>
      {children}
    </Box>
  )
}
