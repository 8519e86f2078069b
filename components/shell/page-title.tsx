'use client'

import { useRef, type ReactNode } from 'react'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { pageHeading } from './page-heading'

/** The heading of a page. It may take the focus, and hands it on to the one that comes in its place. */
export function PageTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusBack(heading, pageHeading)
  return (
    <h1 ref={heading} tabIndex={-1} className="min-w-0 text-xl font-[450] tracking-tight">
      {children}
    </h1>
  )
}
