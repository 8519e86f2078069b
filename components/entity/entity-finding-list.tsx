import { paths } from '@/lib/client/paths'
import type { EntityFindingOnWire } from '@/lib/contracts/entity'
import { Box } from '@/components/ui/box'
import { Tag, type Tone } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'

const LOOK: Record<EntityFindingOnWire['severity'], readonly [word: string, tone: Tone]> = {
  error: ['✕ error', 'breaking'],
  warning: ['! warning', 'risky'],
  info: ['info', 'neutral'],
}
/** More than this nobody reads. */
const MOST = 50

/** Gaps and contradictions, each at its event. */
export function EntityFindingList({ findings }: { findings: readonly EntityFindingOnWire[] }) {
  return (
    <Box
      title={
        <>
          Findings <span className="font-normal text-ink-3">{findings.length}</span>
        </>
      }
      aside={<span className="text-xs">by which a copy may be wrong</span>}
    >
      <ul>
        {findings.slice(0, MOST).map(({ rule, severity, event_id, pointer, message }) => {
          const [word, tone] = LOOK[severity]
          return (
            <li
              key={`${rule} ${event_id} ${pointer}`}
              className="flex items-baseline gap-2 border-b border-line px-3 py-1.5 last:border-b-0"
            >
              <Tag tone={tone} className="shrink-0">
                {word}
              </Tag>
              <span className="min-w-0">
                {message}{' '}
                <span className="text-ink-3">
                  <code className="text-xs">{rule}</code>{' '}
                  <TextLink href={paths.event(event_id)}>the event</TextLink>
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      {findings.length > MOST && (
        <p className="px-3 py-2 text-ink-2">and {findings.length - MOST} more, which the API gives out</p>
      )}
    </Box>
  )
}
