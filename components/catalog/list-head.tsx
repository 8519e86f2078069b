import { COLUMNS } from './row-columns'

/** The names of the columns. */
export function ListHead() {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={`${COLUMNS} h-8 border-b border-line bg-bg text-xs font-medium text-ink-3`}
    >
      <span role="columnheader">Event</span>
      <span role="columnheader" className="hidden sm:block">
        What happened
      </span>
      <span role="columnheader" className="hidden md:block">
        Owner
      </span>
      <span role="columnheader" className="hidden xl:block">
        Domain
      </span>
      <span role="columnheader" className="hidden md:block">
        Version
      </span>
      <span
        role="columnheader"
        className="hidden xl:block"
        title="Services that produce it, services that consume it"
      >
        Used by
      </span>
      <span role="columnheader" className="text-right md:text-left">
        <span className="hidden md:inline">Last 30 days, a day</span>
        <span className="md:hidden">A day</span>
      </span>
    </div>
  )
}
