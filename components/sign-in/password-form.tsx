import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { formPassword, formText } from '@/lib/client/form-text'
import { signIn } from '@/lib/client/sign-in'
import type { WayProps } from './sign-in-screen'

/** @param forgot where mail is set up: goes to the form that asks for a link */
export function PasswordForm({ busy, attempt, forgot }: WayProps & { forgot?: () => void }) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    attempt(() => signIn(formText(form, 'email'), formPassword(form)))
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label="E-mail address">
        {(control) => (
          <Input name="email" type="email" autoComplete="username" required maxLength={200} {...control} />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            {...control}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" type="submit" busy={busy}>
          {busy ? 'Signing in …' : 'Sign in'}
        </Button>
        {forgot && (
          <Button look="quiet" onClick={forgot}>
            I forgot my password
          </Button>
        )}
      </div>
    </form>
  )
}
