import { paths } from '@/lib/client/paths'
import type { QuarantineGroup } from '@/lib/contracts/event'
import { EventTypeLink } from '@/components/event/event-type-link'
import { Time } from '@/components/event/time'
import { TextLink } from '@/components/ui/text-link'
import { placeText } from './place-text'

/** What the messages of a group have in common, above their list. */
export function GroupFacts({ group, back }: { group: QuarantineGroup; back: string }) {
  const { messages, deliveries, type, sender } = group
  return (
    <section aria-label="Group" className="border-t border-line px-5 py-2.5">
      <TextLink href={back} className="text-xs text-ink-2">
        All groups
      </TextLink>
      <h2 className="mt-1 text-base font-semibold">{group.message}</h2>
      <p className="text-ink-2">
        <code>{placeText(group.place)}</code> in {counted(messages, 'message')}
        {type !== null && (
          <>
            {' '}
            that {messages === 1 ? 'says it is' : 'say they are'} <EventTypeLink name={type} />
          </>
        )}
        ,{' '}
        {sender === null ? (
          'from an unknown sender'
        ) : (
          <>
            from <TextLink href={paths.service(sender)}>{sender}</TextLink>
          </>
        )}
        {deliveries > messages && <>, received {deliveries.toLocaleString('en-US')} times</>}. First{' '}
        <Time at={group.first_received_at} />, last <Time at={group.last_received_at} />.
      </p>
    </section>
  )
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`
}
