'use client'

import { May } from '@/components/shell/may'
import { ServiceLink } from '@/components/event/owner-link'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button, IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { mayAs, useMe } from '@/lib/client/me'
import { useRemoveParticipant } from '@/lib/client/event-type-mutations'
import type { Participant } from '@/lib/contracts/event-type'
import { SOME_SERVICE } from './some-service'

interface ParticipantsBoxProps {
  name: string
  as: 'producer' | 'consumer'
  participants: readonly Participant[]
  onDeclare: () => void
}

/** Services on one side of an event type: what was declared beside what was seen. */
export function ParticipantsBox({ name, as: role, participants, onDeclare }: ParticipantsBoxProps) {
  const me = useMe()
  const remove = useRemoveParticipant(name)
  const title = role === 'producer' ? 'Produced by' : 'Consumed by'
  return (
    <Box
      title={
        <>
          {title} <span className="font-normal text-ink-3">{participants.length}</span>
        </>
      }
      aside={
        <May does="declare" about={SOME_SERVICE}>
          <Button size="small" onClick={onDeclare}>
            Declare
          </Button>
        </May>
      }
    >
      {participants.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-2">
          {role === 'producer'
            ? 'Nobody has declared it, and no event named its producer in the last 30 days.'
            : 'Nobody has declared it, and nothing followed from it in the last 30 days.'}
        </p>
      ) : (
        <ul>
          {participants.map((participant) => (
            <li
              key={participant.service}
              className="flex min-h-9 items-center gap-2 border-b border-line px-3 py-1 last:border-b-0"
            >
              <span className="min-w-0 flex-1">
                <ServiceLink service={{ slug: participant.service, name: participant.name }} />
                {participant.owner && <span className="text-ink-3"> · {participant.owner.name}</span>}
                {participant.note !== '' && (
                  <span className="block truncate text-xs text-ink-3" title={participant.note}>
                    {participant.note}
                  </span>
                )}
                {participant.fields.length > 0 && (
                  <code className="block truncate text-ink-3" title={participant.fields.join(' ')}>
                    {participant.fields.join(' ')}
                  </code>
                )}
              </span>
              <Known participant={participant} />
              {participant.declared && mayAs(me, 'declare', { owner: participant.owner?.slug ?? null }) && (
                <IconButton
                  size="small"
                  label={`Take back that ${participant.name} is a ${role}`}
                  busy={remove.isPending}
                  onClick={() =>
                    remove.mutate(
                      { role, service: participant.service },
                      {
                        onSuccess: () => announce(`${participant.name} is no longer declared`),
                        onError: () => announce('It could not be taken back. Try again.', 'problem'),
                      },
                    )
                  }
                >
                  <Icon name="close" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </Box>
  )
}

function Known({ participant: { declared, seen } }: { participant: Participant }) {
  const count = `${seen.toLocaleString('en')} events in the last 30 days`
  if (declared && seen > 0) {
    return (
      <Tag tone="safe" title={count}>
        declared and seen
      </Tag>
    )
  }
  if (declared) return <Tag>declared, not seen</Tag>
  return (
    <Tag tone="risky" title={count}>
      seen, not declared
    </Tag>
  )
}
