import type { DraftSnapshot, SaveStatus } from '@/lib/client/draft-saver'

const WORDS: Record<SaveStatus['kind'], string> = {
  saved: 'Saved',
  unsaved: 'Not saved yet',
  saving: 'Saving …',
  offline: 'Offline: kept in this browser, saved when the server answers',
  'signed-out': 'Signed out: kept in this browser, saved when you are back',
  conflict: 'Somebody else saved meanwhile',
  refused: 'Not saved',
}

/** Where the browser has no room for it: what is lost with the page is said, and not the contrary. */
const NOT_KEPT: Partial<Record<SaveStatus['kind'], string>> = {
  unsaved: 'Not saved yet, and this browser has no room to keep it: save it before you leave',
  offline: 'Offline, and this browser has no room to keep it: leave this page open until it is saved',
  'signed-out': 'Signed out, and this browser has no room to keep it: sign in again in another tab',
}

/** Whether what stands on the screen also stands on the server. `isByHand` where nothing is saved by itself. */
export function SaveState({ snapshot, isByHand }: { snapshot: DraftSnapshot; isByHand: boolean }) {
  const { status, revision, isKept } = snapshot
  const { kind } = status
  // What is saved by itself a moment later is not worth a word.
  const notKept = isKept || (kind === 'unsaved' && !isByHand) ? undefined : NOT_KEPT[kind]
  const calm = notKept === undefined && (kind === 'saved' || kind === 'saving' || kind === 'unsaved')
  return (
    <span role="status" className={calm ? 'text-ink-3' : 'text-risky'}>
      {notKept ?? WORDS[kind]}
      {kind === 'saved' && `, revision ${revision}`}
      {kind === 'refused' && `: ${status.message}`}
    </span>
  )
}
