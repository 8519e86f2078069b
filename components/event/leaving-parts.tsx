import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { formText } from '@/lib/client/form-text'
import type { Leaving } from '@/lib/domain/news/leaving'
import { useNow } from './now'

/** A day, and whether it is over: whoever has to be gone by it looks for that. */
export function LeavingDay({ day, isDeadline }: { day: string; isDeadline: boolean }) {
  const today = useToday()
  return (
    <>
      <time dateTime={day}>{day}</time>
      {isDeadline && day < today && <span className="text-risky">, which is over</span>}
    </>
  )
}

function useToday(): string {
  return new Date(useNow()).toISOString().slice(0, 10)
}

interface StatusFieldProps<Status extends string> {
  status: Status
  statuses: readonly { readonly value: Status; readonly label: string }[]
  error: string | undefined
  onChange: (status: Status) => void
}

/** Whether a version or an event type is still to be used. */
export function StatusField<Status extends string>(props: StatusFieldProps<Status>) {
  const { status, statuses, error, onChange } = props
  return (
    <Field label="Status" error={error}>
      {(control) => (
        <Select
          value={status}
          onChange={(event) =>
            onChange(statuses.find(({ value }) => value === event.target.value)?.value ?? status)
          }
          options={statuses}
          {...control}
        />
      )}
    </Field>
  )
}

/** What `LeavingFields` hold, as the API takes it. */
export function leavingIn(form: FormData) {
  return {
    status_reason: formText(form, 'status_reason'),
    successor: formText(form, 'successor') || null,
    retires_on: formText(form, 'retires_on') || null,
  }
}

interface LeavingFieldsProps {
  /** As it stands in the catalog. */
  now: Leaving
  /** What is chosen in the form. */
  status: string
  /** What the day means for what is deprecated. */
  dayLabel: string
  errors: ReadonlyMap<string, string>
  /** The field for what comes instead. */
  children: ReactNode
}

/** Why a version or an event type is to be left, for what and by when; named as the API names them. */
export function LeavingFields({ now, status, dayLabel, errors, children }: LeavingFieldsProps) {
  const today = useToday()
  const isRetired = status === 'retired'
  const day = isRetired && now.status !== 'retired' ? today : (now.retires_on ?? '')
  return (
    <>
      <Field label="Why" optional error={errors.get('status_reason')}>
        {(control) => (
          <Textarea
            name="status_reason"
            rows={2}
            maxLength={2_000}
            defaultValue={now.status_reason}
            {...control}
          />
        )}
      </Field>
      {children}
      <Field label={isRetired ? 'Retired on' : dayLabel} optional error={errors.get('retires_on')}>
        {(control) => (
          <Input
            // What is retired now was to be so on another day, or on none.
            key={String(isRetired)}
            name="retires_on"
            type="date"
            className="max-w-48"
            defaultValue={day}
            {...control}
          />
        )}
      </Field>
    </>
  )
}
