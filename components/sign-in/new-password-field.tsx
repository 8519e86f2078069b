import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** A password that somebody chooses; `formPassword` reads it. */
export function NewPasswordField({ label = 'Password', hint }: { label?: string; hint: string }) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={200}
          {...control}
        />
      )}
    </Field>
  )
}
