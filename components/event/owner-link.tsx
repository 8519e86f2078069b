import type { Reference } from '@/lib/contracts/people'
import { paths } from '@/lib/client/paths'
import { TextLink } from '@/components/ui/text-link'

/** The team answerable, or the words that say there is none. */
export function OwnerLink({ owner }: { owner: Reference | null }) {
  if (owner === null) return <span className="text-ink-3">No owner</span>
  return <TextLink href={paths.owner(owner.slug)}>{owner.name}</TextLink>
}

export function DomainLink({ domain }: { domain: Reference | null }) {
  if (domain === null) return <span className="text-ink-3">No domain</span>
  return <TextLink href={paths.domain(domain.slug)}>{domain.name}</TextLink>
}

export function ServiceLink({ service }: { service: Reference | null }) {
  if (service === null) return <span className="text-ink-3">Unknown service</span>
  return <TextLink href={paths.service(service.slug)}>{service.name}</TextLink>
}
