/**
 * JSON text with line ends and an indent of two, token for token as it was sent: numbers that a double cannot hold,
 * repeated keys and escapes stay what they are. Text that is no JSON comes out readable all the same. Iterative, O(n).
 */
export function prettyJson(text: string): string {
  const parts: string[] = []
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+/g)) {
    const last = parts.at(-1)
    if (token === '{' || token === '[') {
      depth++
      parts.push(token, lineEnd(depth))
    } else if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1)
      // An empty object or array stays on its line.
      if (last !== undefined && last.startsWith('\n') && isOpening(parts.at(-2))) parts.pop()
      else parts.push(lineEnd(depth))
      parts.push(token)
    } else if (token === ',') parts.push(token, lineEnd(depth))
    else if (token === ':') parts.push(': ')
    else parts.push(token)
  }
  return parts.join('')
}

function isOpening(token: string | undefined): boolean {
  return token === '{' || token === '['
}

/** Deeper nesting than a screen is wide is not indented further. */
function lineEnd(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, 40))}`
}
