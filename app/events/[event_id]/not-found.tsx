import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/client/paths'

export default function EventNotFound() {
  return (
    <EmptyState
      heading="h1"
      title="No event has this id"
      actions={
        <>
          <LinkButton look="primary" href={paths.explore()}>
            Search events
          </LinkButton>
          <LinkButton href={paths.quarantine()}>Look in quarantine</LinkButton>
        </>
      }
    >
      It may not have arrived yet, it may be past retention, or it was no valid event and lies in quarantine.
    </EmptyState>
  )
}
