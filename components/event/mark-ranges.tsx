import type { ReactNode } from 'react'

export type TextRange = readonly [start: number, end: number]

/** A piece of a text with the ranges that fall into it marked; `at` is where the piece begins in the whole text. */
export function markRanges(piece: string, at: number, ranges: readonly TextRange[]): ReactNode {
  const parts: ReactNode[] = []
  let done = 0
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start - at, done)
    const to = Math.min(end - at, piece.length)
    if (to <= from) continue
    if (from > done) parts.push(piece.slice(done, from))
    parts.push(<mark key={from}>{piece.slice(from, to)}</mark>)
    done = to
  }
  if (parts.length === 0) return piece
  if (done < piece.length) parts.push(piece.slice(done))
  return parts
}
