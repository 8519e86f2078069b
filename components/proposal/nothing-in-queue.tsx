import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/client/paths'
import type { QueueFilter } from '@/lib/client/queue-url'
import type { QueueOverview } from '@/lib/contracts/draft'
import type { Reference } from '@/lib/contracts/people'
import type { Queue } from '@/lib/domain/review/queue'

const EMPTY: Record<Queue, string> = {
  waiting: 'Proposals that you may review, and yours that came back, stand here.',
  mine: 'What you begin stands here until it is published.',
  open: 'Drafts of new event types and of next versions stand here until they are published.',
  ended: 'What was published, declined or withdrawn stands here.',
}

interface NothingInQueueProps {
  filter: QueueFilter
  overview: QueueOverview
  /** Takes owner and domain away. */
  onEverybody: () => void
}

/** Says what would stand here, and how to see more. */
export function NothingInQueue({ filter, overview, onEverybody }: NothingInQueueProps) {
  const { queue, owner, domain } = filter
  const isNarrowed = owner !== undefined || domain !== undefined
  const others = queue === 'open' ? 0 : overview.counts.open
  const of = [
    owner === undefined ? '' : ` of ${nameOf(owner, overview.owners)}`,
    domain === undefined ? '' : ` in ${nameOf(domain, overview.domains)}`,
  ].join('')
  return (
    <EmptyState
      title={`Nothing${of} here`}
      actions={
        <>
          {isNarrowed && <Button onClick={onEverybody}>Show every owner and domain</Button>}
          {others > 0 && (
            <LinkButton href={paths.proposals({ owner, domain })}>
              {others === 1 ? 'Show the one that is open' : `Show all ${others} open`}
            </LinkButton>
          )}
        </>
      }
    >
      {EMPTY[queue]}
    </EmptyState>
  )
}

function nameOf(slug: string, among: readonly Reference[]): string {
  return among.find((one) => one.slug === slug)?.name ?? slug
}
