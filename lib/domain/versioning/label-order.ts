/** What ordering needs to know of a schema version. */
export interface OrderedVersion {
  readonly label: string
  readonly ordinal: number
}

type Form = 'semver' | 'schemaver' | 'integer' | 'date'

interface ParsedLabel {
  readonly form: Form
  readonly numbers: readonly number[]
  /** SemVer pre-release identifiers; empty for a release, which comes after them. */
  readonly pre: readonly string[]
}

const semver = /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/
const schemaver = /^(\d{1,3})-(\d{1,9})-(\d{1,9})$/
const integer = /^v?(\d{1,15})$/
const date = /^(\d{4})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/

/** Reads the label forms whose order is known: SemVer 2.0, SchemaVer, integers, dates. */
export function parseLabel(label: string): ParsedLabel | undefined {
  const read = (form: Form, match: RegExpExecArray | null, pre: string[] = []): ParsedLabel | undefined =>
    match ? { form, numbers: match.slice(1, 4).map((part) => Number(part ?? 0)), pre } : undefined
  const asSemver = semver.exec(label)
  // A date is tried before SchemaVer: 2024-01-31 has the shape of both.
  return (
    read('semver', asSemver, asSemver?.[4]?.split('.') ?? []) ??
    read('date', date.exec(label)) ??
    read('schemaver', schemaver.exec(label)) ??
    read('integer', integer.exec(label))
  )
}

/**
 * Lowest first. Labels that all have one known form are put in that form's order, so that 1.4.1 published after 2.0.0
 * stands before it; anything else keeps the order of publication.
 */
export function orderVersions<T extends OrderedVersion>(versions: readonly T[]): T[] {
  const parsed = new Map(versions.map((version) => [version, parseLabel(version.label)]))
  const forms = new Set([...parsed.values()].map((label) => label?.form))
  const comparable = forms.size === 1 && !forms.has(undefined)
  return [...versions].sort((a, b) => {
    const order = comparable ? compareParsed(parsed.get(a)!, parsed.get(b)!) : 0
    return order || a.ordinal - b.ordinal
  })
}

/** The highest version that is not retired: what `latest` means. */
export function latestVersion<T extends OrderedVersion & { readonly status: string }>(
  versions: readonly T[],
): T | undefined {
  return orderVersions(versions.filter((version) => version.status !== 'retired')).at(-1)
}

function compareParsed(a: ParsedLabel, b: ParsedLabel): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0)
    if (difference !== 0) return difference
  }
  return comparePreRelease(a.pre, b.pre)
}

/** SemVer 2.0, section 11: a release is higher than its pre-releases; numbers are lower than words. */
function comparePreRelease(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [left, right] = [a[i]!, b[i]!]
    if (left === right) continue
    const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)]
    if (leftIsNumber && rightIsNumber) return Number(left) - Number(right)
    if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1
    return left < right ? -1 : 1
  }
  return a.length - b.length
}
