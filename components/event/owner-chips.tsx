import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import type { Reference } from '@/lib/contracts/people'
import { DomainLink, OwnerLink } from './owner-link'

/** Whose it is and where it belongs: the two often have one name, so each says which it is, as the navigation does. */
export function OwnerChips({ owner, domain }: { owner: Reference | null; domain: Reference | null }) {
  return (
    <>
      <Chip title={owner === null ? 'Owner' : `Owner: ${owner.name}`}>
        <Icon name="owners" className="shrink-0 text-ink-3" />
        <span className="sr-only">Owner: </span>
        <span className="truncate">
          <OwnerLink owner={owner} />
        </span>
      </Chip>
      <Chip title={domain === null ? 'Domain' : `Domain: ${domain.name}`}>
        <Icon name="domains" className="shrink-0 text-ink-3" />
        <span className="sr-only">Domain: </span>
        <span className="truncate">
          <DomainLink domain={domain} />
        </span>
      </Chip>
    </>
  )
}
