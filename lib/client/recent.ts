import { useEffect } from 'react'
import { stored } from './stored'

/** Something this browser opened lately, for the side of the screen and the empty palette. */
export interface RecentItem {
  kind: 'event-type' | 'event' | 'owner' | 'service' | 'domain' | 'draft'
  /** What is shown: a name, or an id to be cut in the middle. */
  title: string
  href: string
}

const KEPT = 8
const recent = stored<RecentItem[]>('pasttense.recent', [], isRecentList)

export const useRecentItems = recent.use

/** Puts an item on top of the recent ones while its page is open. */
export function useRemember({ kind, title, href }: RecentItem): void {
  useEffect(() => {
    const others = recent.read().filter((item) => item.href !== href)
    recent.write([{ kind, title, href }, ...others].slice(0, KEPT))
  }, [kind, title, href])
}

function isRecentList(value: unknown): value is RecentItem[] {
  return Array.isArray(value) && value.every(isRecentItem)
}

function isRecentItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { kind, title, href } = value as Record<string, unknown>
  // An address outside this application has no business in this list.
  return (
    typeof kind === 'string' &&
    typeof title === 'string' &&
    typeof href === 'string' &&
    /^\/(?!\/)/.test(href)
  )
}
