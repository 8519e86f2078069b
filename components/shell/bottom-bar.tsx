'use client'

import dynamic from 'next/dynamic'
import { Link } from '@/components/ui/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { FACES, isUnder } from './nav-items'

const MoreSheet = dynamic(() => import('./more-sheet').then((module) => module.MoreSheet), { ssr: false })

const ITEM =
  'flex h-full flex-col items-center justify-center gap-0.5 text-2xs font-medium text-ink-2 -outline-offset-2 aria-[current=page]:text-accent'

/** The navigation of a narrow screen, under the thumb. */
export function BottomBar() {
  const pathname = usePathname()
  const [more, setMore] = useState(false)
  const [asked, setAsked] = useState(false)
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 grid h-[calc(var(--bar-height)+env(safe-area-inset-bottom))] grid-cols-5 border-t border-line bg-sunken pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {FACES.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={isUnder(item, pathname) ? 'page' : undefined}
          className={ITEM}
        >
          <Icon name={item.icon} className="size-4.5" />
          {item.label}
        </Link>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={more}
        onClick={() => {
          setAsked(true)
          setMore(true)
        }}
        className={ITEM}
      >
        <Icon name="menu" className="size-4.5" />
        More
      </button>
      {asked && <MoreSheet open={more} onClose={() => setMore(false)} />}
    </nav>
  )
}
