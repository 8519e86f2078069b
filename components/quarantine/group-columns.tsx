import type { QuarantineGroup } from '@/lib/contracts/event'
import { EventName } from '@/components/event/event-name'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { Time } from '@/components/event/time'
import type { RowColumn } from '@/components/ui/row-list'
import { placeText } from './place-text'

/** Two lines of text. */
export const GROUP_HEIGHT = 48

const UNKNOWN = <span className="text-ink-3">unknown</span>

/** What is told of each group: what is wrong, who sends it, how much of it, since when, and the newest as examples. */
export const GROUP_COLUMNS: RowColumn<QuarantineGroup>[] = [
  {
    id: 'reason',
    title: 'Reason',
    className: 'min-w-0 flex-[3]',
    cell: (group) => (
      <>
        <span className="block truncate">{group.message}</span>
        <span className="block truncate text-xs text-ink-3">
          <span className="lg:hidden">
            {group.type !== null && (
              <>
                <EventName name={group.type} mayWrap={false} />
                {' · '}
              </>
            )}
            {group.sender !== null && `${group.sender} · `}
            <span className="font-mono">{placeText(group.place)}</span>
          </span>
          <span className="hidden lg:inline">{examplesText(group)}</span>
        </span>
      </>
    ),
  },
  {
    id: 'place',
    title: 'Where',
    className: 'hidden min-w-24 flex-1 font-mono text-xs md:block',
    cell: (group) => placeText(group.place),
  },
  {
    id: 'type',
    title: 'Say they are',
    className: 'hidden min-w-28 flex-1 lg:block',
    cell: (group) => (group.type === null ? UNKNOWN : <EventNameInRow name={group.type} />),
  },
  {
    id: 'sender',
    title: 'Sent by',
    className: 'hidden min-w-24 flex-1 truncate lg:block',
    cell: (group) => group.sender ?? UNKNOWN,
  },
  {
    id: 'messages',
    title: 'Messages',
    className: 'w-16 shrink-0 text-right font-mono text-xs tabular-nums',
    cell: (group) => group.messages.toLocaleString('en-US'),
  },
  {
    id: 'first',
    title: 'First',
    className: 'hidden w-24 shrink-0 text-right text-ink-2 sm:block',
    cell: (group) => <Time at={group.first_received_at} />,
  },
  {
    id: 'last',
    title: 'Last',
    className: 'w-20 shrink-0 text-right text-ink-2 sm:w-24',
    cell: (group) => <Time at={group.last_received_at} />,
  },
]

/** The ids that the newest of them name; of those without one what is said of the newest. */
function examplesText({ examples, message }: QuarantineGroup): React.ReactNode {
  const ids = examples.flatMap(({ event_id }) => event_id ?? [])
  const [newest] = examples
  if (ids.length > 0)
    return (
      <>
        Newest: <span className="font-mono">{ids.join(', ')}</span>
      </>
    )
  return newest === undefined || newest.message === message ? 'They name no id' : newest.message
}
