import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import type { Reference } from '@/lib/contracts/people'
import { DomainLink, OwnerLink } from './owner-link'

/** Whose it is and where it belongs: the two often have one name, so each says which it is, as the navigation does. */
export function OwnerChips({ owner, domain }: { owner: Reference | null; domain: Reference | null }) {
  return (
    <>
      <Chip title="Owner">
        <Icon name="owners" className="shrink-0 text-ink-3" />
        <span className="sr-only">Owner: </span>
        <OwnerLink owner={owner} />
      </Chip>
      <Chip title="Domain">
        <Icon name="domains" className="shrink-0 text-ink-3" />
        <span className="sr-only">Domain: </span>
        <DomainLink domain={domain} />
      </Chip>
    </>
  )
}
