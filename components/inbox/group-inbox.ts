import type { InboxItem } from '@/lib/contracts/inbox'

/** What was told of one proposal, newest first; whatever is of no proposal stands alone. */
export type InboxGroup = readonly [InboxItem, ...InboxItem[]]

/** Items, newest first, as groups by what was told last: thirty saves of one proposal are one thing to look at. */
export function groupInbox(items: readonly InboxItem[]): InboxGroup[] {
  const groups: [InboxItem, ...InboxItem[]][] = []
  const byProposal = new Map<string, InboxItem[]>()
  for (const item of items) {
    const known = item.proposal === null ? undefined : byProposal.get(item.proposal)
    if (known) known.push(item)
    else {
      const group: [InboxItem, ...InboxItem[]] = [item]
      groups.push(group)
      if (item.proposal !== null) byProposal.set(item.proposal, group)
    }
  }
  return groups
}
