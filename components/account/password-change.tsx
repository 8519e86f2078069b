import { useRef, type FormEvent } from 'react'
import { NewPasswordField } from '@/components/sign-in/new-password-field'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { useChangePassword } from '@/lib/client/account-mutations'
import { formPassword } from '@/lib/client/form-text'

export function PasswordChange() {
  const change = useChangePassword()
  const form = useRef<HTMLFormElement>(null)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    change.mutate(
      { current: formPassword(data, 'current'), next: formPassword(data) },
      {
        onSuccess: () => {
          form.current?.reset()
          announce('Your password is changed')
        },
      },
    )
  }
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4 p-3">
      <FormProblem>{change.error && change.error.message}</FormProblem>
      {change.isSuccess && (
        <p className="rounded-md bg-safe-soft px-2.5 py-1.5 text-safe">
          Your password is changed, and every other browser is signed out.
        </p>
      )}
      <Field label="Current password">
        {(control) => (
          <Input
            name="current"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            className="max-w-80"
            {...control}
          />
        )}
      </Field>
      <div className="max-w-80">
        <NewPasswordField label="New password" hint="At least 10 characters." />
      </div>
      <div>
        <Button look="primary" type="submit" busy={change.isPending}>
          {change.isPending ? 'Changing it …' : 'Change the password'}
        </Button>
      </div>
    </form>
  )
}
