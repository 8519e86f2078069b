import type { ReactNode } from 'react'
import { classNames } from './class-names'

interface BoxProps {
  title?: ReactNode
  /** Stands at the right of the title. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A framed part of a page with its heading. */
export function Box({ title, aside, className, children }: BoxProps) {
  return (
    <section
      className={classNames(
        'min-w-0 rounded-lg border border-line bg-surface [&_tr:last-child>td]:border-b-0',
        className,
      )}
    >
      {title !== undefined && (
        <header className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3 py-1.5">
          <h2 className="font-semibold">{title}</h2>
          {aside !== undefined && <div className="ml-auto flex items-center gap-2 text-ink-3">{aside}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
