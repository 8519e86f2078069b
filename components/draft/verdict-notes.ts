import type { Change, CompatibilityAnswer } from '@/lib/contracts/compatibility'
import type { VerdictNote } from './editor-marks'

/** What the verdict says at its places: each change that breaks or may shift a meaning, or the whole where none does alone. */
export function verdictNotes(answer: CompatibilityAnswer | null): VerdictNote[] {
  if (!answer) return []
  const notes = answer.changes.flatMap((change, index): VerdictNote[] => {
    const words = wordsOf(change)
    if (words !== null) return [{ path: change.path, tone: 'breaking', words, change: index }]
    return change.risky
      ? [{ path: change.path, tone: 'risky', words: 'the meaning may shift', change: index }]
      : []
  })
  if (answer.verdict !== 'breaking' || notes.some(({ tone }) => tone === 'breaking')) return notes
  const path = [answer.backward, answer.forward].find(({ verdict }) => verdict === 'breaking')?.path
  return [...notes, { path: path ?? '', tone: 'breaking', words: 'the changes together break', change: null }]
}

function wordsOf({ backward, forward }: Change): string | null {
  if (backward === 'breaking' && forward === 'breaking') return 'breaks both ways'
  if (backward === 'breaking') return 'new readers reject old events'
  return forward === 'breaking' ? 'old readers reject new events' : null
}
