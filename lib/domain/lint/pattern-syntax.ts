/** The largest counted repetition that linear-time engines accept. */
const mostRepeats = 1000

/** The end of "… must be" for a pattern that is no regular expression (ECMA-262), else null. It is compiled, never run. */
export function patternSyntaxError(pattern: string): string | null {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags)
      return null
    } catch {
      // JSON Schema asks for the `u` flag; older schemas escape more than it allows.
    }
  }
  return `a regular expression, and "${shortened(pattern)}" is none`
}

/** What puts a pattern outside the subset that an engine can match in linear time, or null. Reads each character once. */
export function beyondLinear(pattern: string): string | null {
  let isInClass = false
  for (let at = 0; at < pattern.length; at++) {
    const rest = pattern.slice(at, at + 12)
    if (rest.startsWith('\\')) {
      if (!isInClass && /^\\(?:[1-9]|k<)/.test(rest))
        return `a back-reference (${/^\\(?:\d+|k)/.exec(rest)?.[0] ?? ''})`
      at++
    } else if (isInClass) isInClass = !rest.startsWith(']')
    else if (rest.startsWith('[')) isInClass = true
    else if (/^\(\?<?[=!]/.test(rest)) return `a look-around (${rest.slice(0, rest[2] === '<' ? 4 : 3)}…)`
    else if (repeats(rest) > mostRepeats) return `a repetition of more than ${String(mostRepeats)}`
  }
  return null
}

function repeats(rest: string): number {
  const match = /^\{(\d+)(?:,(\d*))?(\}?)/.exec(rest)
  // Longer than the window of 12 characters: a number beyond every limit.
  return match ? Math.max(Number(match[1]), Number(match[2] ?? 0)) : 0
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
