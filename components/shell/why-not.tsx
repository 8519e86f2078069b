'use client'

import { usePathname } from 'next/navigation'
import { useMe } from '@/lib/client/me'
import type { Action } from '@/lib/domain/policy/policy'
import { whoMay } from '@/lib/domain/policy/who-may'
import { SignInTo } from './may'

export interface WhyNotProps {
  /** In the words of the table of rights. */
  does: Action
  /** Such as `edit this`. */
  what: string
  /** What the owner owns, where one might think of another owner: `the service`. */
  owned?: string
}

/** Why somebody cannot do what an address asks for, and what to do about it. */
export function WhyNot({ does, what, owned }: WhyNotProps) {
  const me = useMe()
  const address = usePathname()
  return (
    <div className="flex flex-col items-start gap-3">
      <p>
        {whoMay(does, owned)} may {what}.{' '}
        {me.kind === 'local' ? (
          'You are not signed in.'
        ) : (
          <>
            You are signed in as {me.name}, {me.role}
            {me.owners.length > 0 && ` of ${me.owners.join(', ')}`}; an administrator changes that.
          </>
        )}
      </p>
      <SignInTo what={what} to={address} />
    </div>
  )
}
