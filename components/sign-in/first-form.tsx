import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { formPassword, formText } from '@/lib/client/form-text'
import { signUpFirst } from '@/lib/client/sign-in'
import { NewPasswordField } from './new-password-field'
import type { WayProps } from './sign-in-screen'

/** Stands here only while nobody is there yet. */
export function FirstForm({ busy, attempt }: WayProps) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    attempt(() => signUpFirst(formText(form, 'name'), formText(form, 'email'), formPassword(form)))
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-2">
        Nobody is here yet. Whoever comes first may do everything, and lets the others in under Settings.
      </p>
      <Field label="Name" hint="As the catalog shows it beside what you did.">
        {(control) => <Input name="name" autoComplete="name" required maxLength={200} {...control} />}
      </Field>
      <Field label="E-mail address">
        {(control) => (
          <Input name="email" type="email" autoComplete="username" required maxLength={200} {...control} />
        )}
      </Field>
      <NewPasswordField hint="At least 10 characters." />
      <div>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? 'Making the administrator …' : 'Make the administrator'}
        </Button>
      </div>
    </form>
  )
}
