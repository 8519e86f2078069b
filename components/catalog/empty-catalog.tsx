import { May, SignInTo } from '@/components/shell/may'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/client/paths'

/** A new installation: what would be here, and the ways to fill it. */
export function EmptyCatalog({ onRegister }: { onRegister: () => void }) {
  return (
    <EmptyState
      title="No event types yet"
      actions={
        <>
          <May does="draft" otherwise={<SignInTo what="describe the first one" to={paths.catalog()} />}>
            <Button look="primary" onClick={onRegister}>
              Register an event type
            </Button>
            <LinkButton href={paths.newDraft()}>Draft an event</LinkButton>
          </May>
        </>
      }
    >
      <p>
        Here will stand every event your company publishes: who owns it, which versions its schema has, who
        produces and consumes it, and how many there are a day.
      </p>
      <p className="mt-2">
        A folder of JSON Schemas comes in with <code>pasttense import</code>; events sent to{' '}
        <code>POST /api/v1/events</code> appear at once, known to the catalog or not.
      </p>
    </EmptyState>
  )
}

/** Filters and words that leave nothing. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title="No event type fits"
      actions={<Button onClick={onClear}>Clear the search and the filters</Button>}
    >
      Try fewer words, or the beginning of one: <q>cart crea</q> finds CatalogCartCreated.
    </EmptyState>
  )
}
