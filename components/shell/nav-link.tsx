'use client'

import { Link } from '@/components/ui/link'
import { usePathname } from 'next/navigation'
import { Icon } from '@/components/ui/icon'
import { isUnder, type NavItem } from './nav-items'

export function NavLink({ item, onFollow }: { item: NavItem; onFollow?: () => void }) {
  const current = isUnder(item, usePathname())
  return (
    <Link
      href={item.href}
      onClick={onFollow}
      aria-current={current ? 'page' : undefined}
      className="flex h-7 items-center gap-2 rounded-md border border-transparent px-2 font-medium text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:border-line aria-[current=page]:bg-surface aria-[current=page]:text-ink"
    >
      <Icon name={item.icon} className="shrink-0 text-ink-3" />
      {item.label}
    </Link>
  )
}
