'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Action, Subject } from '@/lib/domain/policy/policy'
import { May } from './may'

const WhyNotDialog = dynamic(() => import('./why-not-dialog').then((module) => module.WhyNotDialog), {
  ssr: false,
})

interface FormForProps {
  does: Action
  about?: Subject
  /** As the form is called. */
  title: string
  /** What whoever may not is told of: "Reviewers may …". */
  what: string
  onClose: () => void
  children: ReactNode
}

/** A form that an address opens: anybody may be sent it, and whoever may not use it is told why before filling it in. */
export function FormFor({ does, about, title, what, onClose, children }: FormForProps) {
  return (
    <May
      does={does}
      about={about}
      otherwise={<WhyNotDialog title={title} does={does} what={what} onClose={onClose} />}
    >
      {children}
    </May>
  )
}
