import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import type { ProposalEntry } from '@/lib/contracts/proposal'

const WORDS: Record<ProposalEntry['event'], string> = {
  revise: 'saved',
  submit: 'handed it in',
  comment: 'commented',
  'request-changes': 'asked for changes',
  approve: 'approved',
  publish: 'published it',
  decline: 'declined it',
  withdraw: 'withdrew it',
  reopen: 'opened it again',
}
const GLYPHS: Record<ProposalEntry['event'], string> = {
  revise: '·',
  submit: '→',
  comment: '“',
  'request-changes': '▲',
  approve: '✓',
  publish: '●',
  decline: '✕',
  withdraw: '–',
  reopen: '↺',
}

/** What happened, first to last; saves in a row are one line. */
export function TimelineBox({ entries }: { entries: readonly ProposalEntry[] }) {
  const shown = entries.filter(({ event }, i) => event !== 'revise' || entries[i + 1]?.event !== 'revise')
  return (
    <Box title="Timeline">
      {shown.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-3">Nothing has happened since it was begun.</p>
      ) : (
        <ol className="flex flex-col gap-1.5 px-3 py-2.5">
          {shown.map((entry) => (
            <li key={entry.id} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-1.5">
              <span aria-hidden className="text-center text-ink-3">
                {GLYPHS[entry.event]}
              </span>
              <span>
                <span className="font-medium">{entry.by.name || 'Somebody'}</span> {WORDS[entry.event]}{' '}
                <span className="text-ink-3">
                  {entry.event === 'revise' || entry.event === 'approve' || entry.event === 'submit'
                    ? `revision ${entry.revision}, `
                    : ''}
                  <Time at={entry.at} />
                </span>
              </span>
              {entry.body !== '' && (
                <p className="col-start-2 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
                  {entry.body}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Box>
  )
}
