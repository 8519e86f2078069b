import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** What would be here, in a sentence or two. */
  children?: ReactNode
  /** The next thing to do: buttons or links. */
  actions?: ReactNode
  /** Where it is all of the page, its title is the page's heading. */
  heading?: 'h1' | 'h2'
}

export function EmptyState({ title, children, actions, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <Heading className="text-base font-semibold">{title}</Heading>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      {actions !== undefined && (
        <div className="mt-3 flex flex-wrap items-center justify-center gap-2">{actions}</div>
      )}
    </div>
  )
}
