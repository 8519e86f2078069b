import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { acceptInvitation } from '@/lib/client/sign-in'
import type { WayProps } from './sign-in-screen'

/** Chooses a password, at first or anew; then one signs in with it. */
export function InvitationForm({ secret, busy, attempt }: WayProps & { secret: string }) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const password = new FormData(event.currentTarget).get('password')
    attempt(() => acceptInvitation(secret, typeof password === 'string' ? password : ''))
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label="Password" hint="At least 10 characters. You sign in with it afterwards.">
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
      <div>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? 'Keeping it …' : 'Keep this password'}
        </Button>
      </div>
    </form>
  )
}
