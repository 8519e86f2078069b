import type { SaveStatus } from '@/lib/client/draft-saver'

const WORDS: Record<SaveStatus['kind'], string> = {
  saved: 'Saved',
  unsaved: 'Not saved yet',
  saving: 'Saving …',
  offline: 'Offline: kept in this browser, saved when the server answers',
  'signed-out': 'Signed out: kept in this browser, saved when you are back',
  conflict: 'Somebody else saved meanwhile',
  refused: 'Not saved',
}

/** Whether what stands on the screen also stands on the server. */
export function SaveState({ status, revision }: { status: SaveStatus; revision: number }) {
  const calm = status.kind === 'saved' || status.kind === 'saving' || status.kind === 'unsaved'
  return (
    <span role="status" className={calm ? 'text-ink-3' : 'text-risky'}>
      {WORDS[status.kind]}
      {status.kind === 'saved' && `, revision ${revision}`}
      {status.kind === 'refused' && `: ${status.message}`}
    </span>
  )
}
