/**
 * Whose page this is, for as long as it is open: each call says so, and the server refuses it once somebody else, or
 * nobody, is signed in. What stands on the screen then stays as it is, and nothing is done in another's name.
 */
let person: string | null = null
let hasEnded = false
const listeners = new Set<() => void>()

/** The header that says it; null before anybody said whose page it is, and where it is nobody's. */
export function personHeader(): string | null {
  return person
}

/** @param id the id of a person; null for whoever is not signed in */
export function openPageOf(id: string | null): void {
  person = id === null ? null : encodeURIComponent(id)
  say(false)
}

/** Told by each answered call: whether it was refused since the page's person is not signed in any more. */
export function sawSession(isRefused: boolean): void {
  if (person !== null) say(isRefused)
}

export const hasSessionEnded = (): boolean => hasEnded

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function say(ended: boolean): void {
  if (ended === hasEnded) return
  hasEnded = ended
  for (const listener of listeners) listener()
}
