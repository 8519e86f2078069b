'use client'

import type { ReactNode } from 'react'
import { Link } from './link'
import { useCurrentInView } from './use-current-in-view'

export interface TabLink {
  href: string
  label: ReactNode
  current: boolean
  /** Stands beside the label: how many there are. */
  count?: number
}

/** Tabs that live in the address: links, of which one is the current page. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const strip = useCurrentInView(tabs.find(({ current }) => current)?.href ?? '')
  return (
    <nav ref={strip} aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line px-5">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}

          scroll={false}
          aria-current={tab.current ? 'page' : undefined}
          className="flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium text-ink-2 -outline-offset-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
        >
          {tab.label}
          {tab.count !== undefined && <span className="font-normal text-ink-3">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
