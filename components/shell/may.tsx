'use client'

import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import { useMay, useMe } from '@/lib/client/me'
import type { Action, Subject } from '@/lib/domain/policy/policy'

interface MayProps {
  /** In the words of the table of rights. */
  does: Action
  /** Whose it is about, where the table asks. */
  about?: Subject
  children: ReactNode
  /** What whoever may not is shown instead. */
  otherwise?: ReactNode
}

/** What is only for those who may: the server would refuse all others. */
export function May({ does, about, children, otherwise = null }: MayProps) {
  return useMay(does, about) ? children : otherwise
}

/** The way in, for whoever did not say who they are; nothing for whoever did, and may not. */
export function SignInTo({ what, to }: { what: string; to: string }) {
  const me = useMe()
  if (me.kind !== 'local') return null
  return <LinkButton href={`/sign-in?to=${encodeURIComponent(to)}`}>Sign in to {what}</LinkButton>
}
