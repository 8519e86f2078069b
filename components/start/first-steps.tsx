import { May, SignInTo } from '@/components/shell/may'
import { TextLink } from '@/components/ui/text-link'
import { Box } from '@/components/ui/box'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/client/paths'

/**
 * What to do with a new, empty installation.
 * @param first whether nobody is there yet who could sign in
 */
export function FirstSteps({ first }: { first: boolean }) {
  return (
    <Box
      title="Nothing is here yet"
      className="mt-6"
      aside={
        first ? (
          <LinkButton href={`/sign-in?to=${encodeURIComponent(paths.home())}`}>
            Make the first administrator
          </LinkButton>
        ) : (
          <May does="draft" otherwise={<SignInTo what="begin" to={paths.home()} />}>
            {null}
          </May>
        )
      }
    >
      <ol className="flex list-decimal flex-col gap-2 py-3 pr-3 pl-8 marker:text-ink-3">
        <li>
          <May does="edit-catalog" otherwise="Add a domain, an owner and a service">
            <TextLink href={`${paths.domains()}?new=true`}>Add a domain</TextLink>,{' '}
            <TextLink href={`${paths.owners()}?new=true`}>an owner</TextLink> and{' '}
            <TextLink href={`${paths.services()}?new=true`}>a service</TextLink>
          </May>
          : the people and systems behind the events.
        </li>
        <li>
          <May does="draft" otherwise="Register an event type that exists, or draft a new one">
            <TextLink href={`${paths.catalog()}?new=true`}>Register an event type</TextLink> that exists, or{' '}
            <TextLink href={paths.newDraft()}>draft a new one</TextLink>
          </May>{' '}
          with its schema.
        </li>
        <li>
          Bring in what you have: <code>pasttense import</code> reads a folder of versioned JSON Schemas and
          files of events.
        </li>
        <li>
          Send events to <code>POST /api/v1/events</code>. They need no preparation: what the catalog does not
          know is kept and shown, too.
        </li>
      </ol>
    </Box>
  )
}
