import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { useEndOtherSessions, useEndSession } from '@/lib/client/account-mutations'
import { formError } from '@/lib/client/field-errors'
import type { Session } from '@/lib/contracts/account'
import { browserName } from './browser-name'

/** Where one is signed in, and the way out of each. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const endOthers = useEndOtherSessions()
  const others = sessions.filter(({ current }) => !current).length
  return (
    <Box
      title="Signed in"
      aside={
        others > 0 && (
          <Button size="small" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            End all others
          </Button>
        )
      }
    >
      {endOthers.error !== null && <p className="p-3 text-breaking">{formError(endOthers.error)}</p>}
      <ul aria-label="Where you are signed in">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Box>
  )
}

function SessionRow({
  session: { id, current, user_agent, address, created_at, expires_at },
}: {
  session: Session
}) {
  const end = useEndSession()
  const name = browserName(user_agent)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{name}</span>
          {current && <Tag tone="accent">this one</Tag>}
        </p>
        <p className="text-xs text-ink-3">
          since <Time at={created_at} />
          {address !== '' && ` · from ${address}`} · until {expires_at.slice(0, 10)}
        </p>
        {end.error !== null && <p className="text-xs text-breaking">{formError(end.error)}</p>}
      </div>
      {!current && (
        <Button size="small" look="quiet" busy={end.isPending} onClick={() => end.mutate(id)}>
          End it<span className="sr-only">: {name}</span>
        </Button>
      )}
    </li>
  )
}
