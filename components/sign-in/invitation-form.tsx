import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { formPassword } from '@/lib/client/form-text'
import { acceptInvitation } from '@/lib/client/sign-in'
import { NewPasswordField } from './new-password-field'
import type { WayProps } from './sign-in-screen'

/** Chooses a password, at first or anew; then one signs in with it. */
export function InvitationForm({ secret, busy, attempt }: WayProps & { secret: string }) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    attempt(() => acceptInvitation(secret, formPassword(form)))
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <NewPasswordField hint="At least 10 characters. You sign in with it afterwards." />
      <div>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? 'Keeping it …' : 'Keep this password'}
        </Button>
      </div>
    </form>
  )
}
