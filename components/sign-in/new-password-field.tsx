import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** A password that somebody chooses; `formPassword` reads it. */
export function NewPasswordField({ hint }: { hint: string }) {
  return (
    <Field label="Password" hint={hint}>
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
