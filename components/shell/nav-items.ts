import type { IconName } from '@/components/ui/icon'
import { paths } from '@/lib/client/paths'

export interface NavItem {
  label: string
  href: string
  icon: IconName
  /** Other addresses that belong under this item. */
  also?: readonly string[]
}

/** The four faces. */
export const FACES: readonly NavItem[] = [
  { label: 'Catalog', href: paths.catalog(), icon: 'catalog' },
  { label: 'Explore', href: paths.explore(), icon: 'explore', also: ['/events'] },
  { label: 'Flows', href: paths.flows(), icon: 'flows' },
  { label: 'Proposals', href: paths.proposals(), icon: 'proposals' },
]

/** What the events are about, and who and what stands behind them. */
export const PEOPLE: readonly NavItem[] = [
  { label: 'Entities', href: paths.entities(), icon: 'entities' },
  { label: 'Owners', href: paths.owners(), icon: 'owners' },
  { label: 'Services', href: paths.services(), icon: 'services' },
  { label: 'Domains', href: paths.domains(), icon: 'domains' },
]

export const HOUSEKEEPING: readonly NavItem[] = [
  { label: 'Not in catalog', href: paths.seen(), icon: 'unlisted' },
  { label: 'Quarantine', href: paths.quarantine(), icon: 'quarantine' },
  { label: 'Settings', href: paths.settings(), icon: 'settings' },
]

/** Whether an address lies under an item. */
export function isUnder(item: NavItem, pathname: string): boolean {
  return [item.href, ...(item.also ?? [])].some(
    (href) => pathname === href || pathname.startsWith(`${href}/`),
  )
}
