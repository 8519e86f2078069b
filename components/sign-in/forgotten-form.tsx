import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { formText } from '@/lib/client/form-text'
import { askForNewPassword } from '@/lib/client/sign-in'

/** Has a link mailed to whoever forgot their password. Whether somebody has the address it does not say. */
export function ForgottenForm({ onBack }: { onBack: () => void }) {
  const ask = useMutation({ mutationFn: askForNewPassword })
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    ask.mutate(formText(new FormData(event.currentTarget), 'email'))
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <FormProblem>{ask.error && ask.error.message}</FormProblem>
      <p role="status" className="text-ink-2">
        {ask.isSuccess
          ? `If somebody signs in with ${ask.variables} and a password, a link is on its way there, good for an hour.`
          : 'We mail you a link with which you choose another one.'}
      </p>
      <Field label="E-mail address">
        {(control) => (
          <Input name="email" type="email" autoComplete="username" required maxLength={200} {...control} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" busy={ask.isPending}>
          {ask.isPending ? 'Asking …' : 'Mail me a link'}
        </Button>
        <Button look="quiet" onClick={onBack}>
          Back to signing in
        </Button>
      </div>
    </form>
  )
}
