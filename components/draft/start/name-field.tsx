'use client'

import { EventName } from '@/components/event/event-name'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { splitEventName } from '@/lib/domain/naming/split-event-name'

interface NameFieldProps {
  value: string
  onChange: (name: string) => void
  error: string | undefined
}

/** The one thing a draft cannot do without: what happened. */
export function NameField({ value, onChange, error }: NameFieldProps) {
  const name = value.trim()
  const isPast = name === '' || splitEventName(name).tense !== 'none'
  return (
    <div>
      <Field
        label="What happened?"
        error={error}
        hint={
          isPast
            ? 'The name of the event type. An event type of the catalog gets its next version, any other name a new event type.'
            : '▲ That is not in the past tense. CardExpired, ReportFilled: an event says what has happened.'
        }
      >
        {(control) => (
          <Input
            value={value}
            onChange={(event) => onChange(event.target.value)}
            maxLength={200}
            spellCheck={false}
            className="font-mono"
            {...control}
          />
        )}
      </Field>
      <p className="mt-2 min-h-6 text-lg" aria-hidden>
        {name !== '' && <EventName name={name} />}
      </p>
    </div>
  )
}
