import { COLUMNS, WIDE } from './row-columns'

/** The names of the columns. */
export function ListHead() {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={`${COLUMNS} h-8 border-b border-line bg-bg text-xs font-medium text-ink-3`}
    >
      <span role="columnheader">Event</span>
      <span role="columnheader" className={WIDE.what}>
        What happened
      </span>
      <span role="columnheader" className={WIDE.owner}>
        Owner
      </span>
      <span role="columnheader" className={WIDE.uses}>
        Domain
      </span>
      <span role="columnheader" className={WIDE.owner}>
        Version
      </span>
      <span
        role="columnheader"
        className={WIDE.uses}
        title="Services that produce it, services that consume it"
      >
        Used by
      </span>
      <span role="columnheader" className="text-right @2xl:text-left">
        <span className="hidden @2xl:inline">30 days, a day</span>
        <span className="@2xl:hidden">A day</span>
      </span>
    </div>
  )
}
