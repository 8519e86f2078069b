import type { ViewMember } from './chain-view'

export type SortKey = 'reading' | 'type' | 'owner' | 'created' | 'received' | 'delay'

/** Members in another order than that of reading; equal ones keep it, and what has no value comes last either way. */
export function sortMembers<T extends ViewMember>(
  members: readonly T[],
  by: SortKey,
  descending: boolean,
): T[] {
  if (by === 'reading') return descending ? [...members].reverse() : [...members]
  const value = VALUES[by]
  const sign = descending ? -1 : 1
  return members
    .map((member) => ({ member, value: value(member) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return a.value < b.value ? -sign : a.value > b.value ? sign : 0
    })
    .map(({ member }) => member)
}

const VALUES: Record<Exclude<SortKey, 'reading'>, (member: ViewMember) => string | number | null> = {
  type: (member) => member.type,
  owner: (member) => member.owner,
  created: (member) => member.created,
  received: (member) => member.received,
  delay: (member) => member.delay_ms,
}
