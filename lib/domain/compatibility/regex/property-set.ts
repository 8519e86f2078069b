import { complement, lastCodePoint, type CharSet } from './char-set'

const known = new Map<string, CharSet | undefined>()
const wellFormed = /^[A-Za-z_]+(=[A-Za-z_0-9]+)?$/
/** Property sets kept; a stranger's schema cannot name more than Unicode has, but may try names that do not exist. */
const maxKnown = 300

/**
 * The code points of `\p{name}`, read from the engine's own Unicode tables (a table of ours would be 100 kB and would
 * age). The expression holds nothing of the stranger's but a name of letters, and is linear.
 */
export function propertySet(name: string, negated: boolean): CharSet | undefined {
  if (!wellFormed.test(name)) return undefined
  if (!known.has(name) && known.size < maxKnown) known.set(name, readProperty(name))
  const set = known.get(name)
  return set !== undefined && negated ? complement(set) : set
}

function readProperty(name: string): CharSet | undefined {
  let member: RegExp
  try {
    member = new RegExp(`^\\p{${name}}$`, 'u')
  } catch {
    return undefined
  }
  const ranges: number[] = []
  let inside = false
  for (let codePoint = 0; codePoint <= lastCodePoint + 1; codePoint += 1) {
    const belongs = codePoint <= lastCodePoint && member.test(String.fromCodePoint(codePoint))
    if (belongs !== inside) ranges.push(belongs ? codePoint : codePoint - 1)
    inside = belongs
  }
  return ranges
}
