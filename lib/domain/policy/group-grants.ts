import { isAtLeast, type Role } from './policy'

/** What people of one group of the company's provider are given. */
export interface GroupGrant {
  readonly group: string
  /** The slug of an owner (team) they are members of. */
  readonly owner: string | null
  readonly role: Role | null
}

export interface Granted {
  /** Those of the groups that give something. */
  readonly groups: readonly string[]
  /** Slugs, each once. */
  readonly owners: readonly string[]
  /** The highest; null where none is given. */
  readonly role: Role | null
}

/** Groups of one person that are looked at; more than any provider sends. */
const MOST_GROUPS = 10_000

/** What somebody's groups give, as the provider names them in a claim. A claim that is not there names none. */
export function grantsOf(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
  grants: readonly GroupGrant[],
): Granted {
  const groups = groupsIn(claims, claim)
  const given = grants.filter(({ group }) => groups.has(group))
  return {
    groups: [...new Set(given.map(({ group }) => group))],
    owners: [...new Set(given.flatMap(({ owner }) => owner ?? []))],
    role: given.reduce<Role | null>((best, { role }) => higher(best, role), null),
  }
}

/** The role that somebody has: what an administrator gave, or what the groups give where that is more. */
export function roleWith(byHand: Role, granted: Role | null): Role {
  return higher(byHand, granted) ?? byHand
}

function higher(one: Role | null, other: Role | null): Role | null {
  if (one === null || other === null) return one ?? other
  return isAtLeast(one, other) ? one : other
}

/** Whether somebody's groups are said, be it that there are none. */
export function namesGroups(claims: Readonly<Record<string, unknown>>, claim: string): boolean {
  return valueAt(claims, claim) !== undefined
}

function groupsIn(claims: Readonly<Record<string, unknown>>, claim: string): ReadonlySet<string> {
  const value = valueAt(claims, claim)
  const all: unknown[] = Array.isArray(value) ? value : [value]
  return new Set(all.slice(0, MOST_GROUPS).filter((group) => typeof group === 'string'))
}

/** By the claim's whole name, else by the path it writes: `realm_access.roles`. */
function valueAt(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  let value: unknown = Object.hasOwn(claims, claim) ? claims[claim] : claims
  if (value === claims)
    for (const name of claim.split('.'))
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined
  return value
}
