import type { IconName } from '@/components/ui/icon'
import { paths } from '@/lib/client/paths'
import type { RecentItem } from '@/lib/client/recent'
import { chooseTheme } from '@/lib/client/theme'
import type { SearchHit } from '@/lib/contracts/search'

/** One line of the palette. */
export interface PaletteEntry {
  id: string
  group: string
  title: string
  subtitle: string
  /** What the title is, for how it is drawn. */
  kind: SearchHit['kind'] | RecentItem['kind'] | 'page' | 'action'
  icon?: IconName
  /** Where it leads, or what it does. */
  href?: string
  run?: () => void
}

const GROUPS: Record<SearchHit['kind'], string> = {
  'event-type': 'Event types',
  field: 'Fields',
  owner: 'Owners',
  service: 'Services',
  domain: 'Domains',
  event: 'Events',
  trace: 'Events',
  key: 'Events',
}

export function hitEntries(hits: readonly SearchHit[]): PaletteEntry[] {
  return hits.map((hit, index) => ({ id: `hit-${index}`, group: GROUPS[hit.kind], ...hit }))
}

export function recentEntries(items: readonly RecentItem[]): PaletteEntry[] {
  return items.map(({ kind, title, href }, index) => ({
    id: `recent-${index}`,
    group: 'Recent',
    title,
    subtitle: '',
    kind,
    href,
  }))
}

const page = (title: string, href: string, icon: IconName): PaletteEntry => ({
  id: `page-${title}`,
  group: 'Go to',
  title,
  subtitle: '',
  kind: 'page',
  icon,
  href,
})
const action = (title: string, more: Partial<PaletteEntry>): PaletteEntry => ({
  id: `action-${title}`,
  group: 'Do',
  title,
  subtitle: '',
  kind: 'action',
  icon: 'plus',
  ...more,
})

/** What whoever looks may do, so that nothing is offered that the server would refuse. */
interface Rights {
  readonly draft: boolean
  /** Register what belongs to nobody yet. */
  readonly register: boolean
  /** Add the people behind it. */
  readonly describe: boolean
}

/** Pages and actions, which need no server. */
export function standingEntries(openKeys: () => void, may: Rights): PaletteEntry[] {
  return [
    page('Catalog', paths.catalog(), 'catalog'),
    page('Explore', paths.explore(), 'explore'),
    page('Flows', paths.flows(), 'flows'),
    page('Proposals', paths.proposals(), 'proposals'),
    page('Entities', paths.entities(), 'entities'),
    page('Owners', paths.owners(), 'owners'),
    page('Services', paths.services(), 'services'),
    page('Domains', paths.domains(), 'domains'),
    page('Seen, not in the catalog', paths.seen(), 'unlisted'),
    page('Quarantine', paths.quarantine(), 'quarantine'),
    page('Settings', paths.settings(), 'settings'),
    ...(may.draft ? [action('Draft an event', { href: paths.newDraft(), icon: 'edit' })] : []),
    ...(may.register
      ? [
          action('Register an event type', { href: `${paths.catalog()}?new=true` }),
          action('Add a service', { href: `${paths.services()}?new=true` }),
        ]
      : []),
    ...(may.describe
      ? [
          action('Add an owner', { href: `${paths.owners()}?new=true` }),
          action('Add a domain', { href: `${paths.domains()}?new=true` }),
        ]
      : []),
    action('Theme: as the system', { run: () => chooseTheme('system'), icon: 'monitor' }),
    action('Theme: light', { run: () => chooseTheme('light'), icon: 'sun' }),
    action('Theme: dark', { run: () => chooseTheme('dark'), icon: 'moon' }),
    action('Show the keys', { run: openKeys, icon: 'menu' }),
  ]
}

/** Entries whose title holds every word of the text, in any order. */
export function matchingEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
}

/** Whether a hit is what a person pastes an id for. */
export function leadsToEvents({ kind }: PaletteEntry): boolean {
  return kind === 'event' || kind === 'trace' || kind === 'key'
}
