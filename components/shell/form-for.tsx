'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Subject } from '@/lib/domain/policy/policy'
import { May } from './may'
import type { WhyNotProps } from './why-not'

const WhyNotDialog = dynamic(() => import('./why-not-dialog').then((module) => module.WhyNotDialog), {
  ssr: false,
})

/** What whoever may not use it is told: "Reviewers may …". */
interface FormForProps extends WhyNotProps {
  about?: Subject
  /** As the form is called. */
  title: string
  onClose: () => void
  children: ReactNode
}

/** A form that an address opens: anybody may be sent it, and whoever may not use it is told why before filling it in. */
export function FormFor({ about, title, onClose, children, ...why }: FormForProps) {
  return (
    <May does={why.does} about={about} otherwise={<WhyNotDialog title={title} onClose={onClose} {...why} />}>
      {children}
    </May>
  )
}
