import type { ReactNode } from 'react'
import { PageTitle } from './page-title'

interface PageHeaderProps {
  /** The heading: text, or an event's name. */
  title: ReactNode
  /** Chips beside the heading. */
  facts?: ReactNode
  /** Buttons at the right. */
  actions?: ReactNode
  /** A sentence below. */
  children?: ReactNode
}

/** The top of a page: what it is about, what is known at a glance, what one can do. */
export function PageHeader({ title, facts, actions, children }: PageHeaderProps) {
  return (
    <div className="px-5 pt-4 pb-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <PageTitle>{title}</PageTitle>
        {facts !== undefined && <div className="flex min-w-0 flex-wrap items-center gap-2">{facts}</div>}
        {actions !== undefined && (
          <div className="flex flex-wrap items-center gap-2 sm:ml-auto">{actions}</div>
        )}
      </div>
      {children !== undefined && <div className="mt-1 max-w-[80ch] text-ink-2">{children}</div>}
    </div>
  )
}
