import { parseLabel } from '@/lib/domain/versioning/label-order'
import type { Verdict } from '@/lib/domain/compatibility/check-compatibility'
import type { Change } from './change'

export type ReleaseSize = 'major' | 'minor' | 'patch'

/** How much a new version asks of others: major where somebody breaks or may break, patch where only words changed. */
export function releaseSize(
  changes: readonly Pick<Change, 'documentation'>[],
  verdict: Verdict,
): ReleaseSize {
  if (verdict !== 'compatible') return 'major'
  return changes.every(({ documentation }) => documentation) ? 'patch' : 'minor'
}

/**
 * A label for the next version, in the form of the one before: SemVer, SchemaVer, integers, dates (which need `today`,
 * as 2026-01-31). A label of no known form gets its last number raised, or a number. Without a version before: 1.0.0.
 */
export function suggestLabel(
  previous: string | null,
  changes: readonly Pick<Change, 'documentation'>[],
  verdict: Verdict,
  today?: string,
): string {
  if (previous === null) return '1.0.0'
  const size = releaseSize(changes, verdict)
  const parsed = parseLabel(previous)
  const [major = 0, minor = 0, patch = 0] = parsed?.numbers ?? []
  switch (parsed?.form) {
    case 'semver': {
      const prefix = previous.startsWith('v') ? 'v' : ''
      const numbers = nextSemver(major, minor, patch, size)
      const isShort = /^v?\d+\.\d+(?![.\d])/.test(previous) && size !== 'patch'
      return prefix + numbers.slice(0, isShort ? 2 : 3).join('.')
    }
    case 'schemaver':
      return size === 'major' ? `${major + 1}-0-0` : `${major}-${minor}-${patch + 1}`
    case 'integer':
      return previous.replace(/\d+/, (digits) => String(Number(digits) + 1))
    case 'date':
      if (today !== undefined && today !== previous)
        return previous.includes('-') ? today : today.replaceAll('-', '')
      return `${previous}.2`
    default:
      return /\d/.test(previous)
        ? previous.replace(/(\d{1,9})(?!.*\d)/, (digits) =>
            String(Number(digits) + 1).padStart(digits.length, '0'),
          )
        : `${previous}-2`
  }
}

/** Below 1.0.0 nothing is promised yet, and a breaking change raises the minor number. */
function nextSemver(major: number, minor: number, patch: number, size: ReleaseSize): number[] {
  if (size === 'major' && major > 0) return [major + 1, 0, 0]
  if (size === 'major' || size === 'minor') return [major, minor + 1, 0]
  return [major, minor, patch + 1]
}
