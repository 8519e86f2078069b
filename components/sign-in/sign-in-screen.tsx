'use client'

import { useState } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { LinkButton } from '@/components/ui/link-button'
import { useMe } from '@/lib/client/me'
import { providerFailure } from '@/lib/client/provider-failure'
import { SignInFailure } from '@/lib/client/sign-in'
import type { SignInOptions } from '@/lib/contracts/person'
import { DemoPeople } from './demo-people'
import { ForgottenForm } from './forgotten-form'
import { FirstForm } from './first-form'
import { InvitationForm } from './invitation-form'
import { PasswordForm } from './password-form'
import { ProviderButton } from './provider-button'

/** What each way of signing in is handed: it acts, and this screen goes on or says what went wrong. */
export interface WayProps {
  busy: boolean
  attempt: (act: () => Promise<unknown>) => void
}

interface SignInScreenProps {
  options: SignInOptions
  to: string
  /** The secret of an invitation: then one chooses a password. */
  invitation: string | null
  /** Why somebody comes back from the provider without having been let in, in its words; null where nobody does. */
  failure: string | null
  /** Whether somebody comes from choosing a password. */
  hasChosen: boolean
}

/** `to` is a page of ours, checked by the server. */
export function SignInScreen({ options, to, invitation, failure, hasChosen }: SignInScreenProps) {
  const me = useMe()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState(
    failure === null ? null : providerFailure(failure, options.provider?.name ?? 'The provider'),
  )
  function attempt(act: () => Promise<unknown>): void {
    setBusy(true)
    setProblem(null)
    act().then(
      // A new load, not a step: everything on the screen was somebody else's.
      () => window.location.assign(to),
      (error: unknown) => {
        setBusy(false)
        setProblem(error instanceof SignInFailure ? error.message : String(error))
      },
    )
  }
  const [hasForgotten, setForgotten] = useState(false)
  const way = { busy, attempt }
  return (
    <div className="mx-auto flex w-full max-w-sm flex-col gap-5 px-5 py-10">
      <h1 className="text-xl font-[450] tracking-tight">
        {invitation !== null
          ? 'Choose a password'
          : options.first
            ? 'Make the first administrator'
            : hasForgotten
              ? 'A new password'
              : 'Sign in'}
      </h1>
      {me.kind === 'person' && (
        <p className="flex flex-wrap items-center gap-3 text-ink-2">
          You are signed in as {me.name}.
          <LinkButton href={to} size="small">
            Go on
          </LinkButton>
        </p>
      )}
      {hasChosen && problem === null && (
        <p role="status" className="rounded-md bg-safe-soft px-2.5 py-1.5 text-safe">
          ✓ Your new password is kept. Sign in with it.
        </p>
      )}
      <FormProblem>{problem}</FormProblem>
      {invitation !== null ? (
        <InvitationForm secret={invitation} {...way} />
      ) : options.first ? (
        <FirstForm {...way} />
      ) : hasForgotten ? (
        <ForgottenForm onBack={() => setForgotten(false)} />
      ) : (
        <PasswordForm forgot={options.mail ? () => setForgotten(true) : undefined} {...way} />
      )}
      {invitation === null && !options.first && options.provider !== null && (
        <ProviderButton provider={options.provider} to={to} {...way} />
      )}
      {invitation === null && options.demo.length > 0 && <DemoPeople people={options.demo} {...way} />}
    </div>
  )
}
