import { Box } from '@/components/ui/box'
import type { Review } from '@/lib/contracts/proposal'

type Requirement = Review['approval']['requirements'][number]

const WORDS: Record<Requirement['kind'], (needed: number) => string> = {
  approvals: (needed) => (needed === 1 ? 'One approval' : `${needed} approvals`),
  owner: () => 'A member of the owner’s team',
  'reviewer-new': () => 'A reviewer: it is a new event type',
  'reviewer-breaking': () => 'A reviewer: it may break somebody',
}

/** Whose word is there, and whose is missing. */
export function ApprovalBox({ review, owner }: { review: Review; owner: string | null }) {
  const { requirements, changes_wanted_by, is_approved } = review.approval
  return (
    <Box
      title="Approval"
      aside={<span role="status">{is_approved ? 'given' : review.review_needed ? 'needed' : 'open'}</span>}
    >
      <ul className="flex flex-col gap-1 px-3 py-2">
        {changes_wanted_by.map((name) => (
          <li key={name} className="text-risky">
            <span aria-hidden>▲ </span>
            {name} asked for changes
          </li>
        ))}
        {requirements.map((requirement) => (
          <Line key={requirement.kind} requirement={requirement} owner={owner} />
        ))}
      </ul>
    </Box>
  )
}

function Line({ requirement, owner }: { requirement: Requirement; owner: string | null }) {
  const { kind, is_met, needed, by, asked_again } = requirement
  const words = kind === 'owner' && owner !== null ? `A member of ${owner}, who own it` : WORDS[kind](needed)
  return (
    <li className="flex flex-wrap gap-x-2">
      <span aria-hidden className={is_met ? 'text-safe' : 'text-ink-3'}>
        {is_met ? '✓' : '○'}
      </span>
      <span>
        {words}
        <span className="sr-only">{is_met ? ', given' : ', missing'}</span>
      </span>
      <span className="text-ink-3">
        {[...by, ...asked_again.map((name) => `${name}, asked again`)].join(', ')}
      </span>
    </li>
  )
}
