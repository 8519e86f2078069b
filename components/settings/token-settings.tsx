'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNow } from '@/components/event/now'
import { exactTime } from '@/components/event/relative-time'
import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Opened } from '@/components/ui/opened'
import { Tag } from '@/components/ui/tag'
import { formError } from '@/lib/client/field-errors'
import { useMe } from '@/lib/client/me'
import { useRevokeToken } from '@/lib/client/token-mutations'
import { tokenQueries } from '@/lib/client/token-queries'
import type { MadeToken, Token } from '@/lib/contracts/token'
import { ShownOnce } from './shown-once'
import { TokenForm } from './token-form'

/** Tokens for programs: one's own, and everybody's for an administrator. */
export function TokenSettings() {
  const { data, error } = useQuery(tokenQueries.list())
  const [writing, setWriting] = useState(false)
  const [made, setMade] = useState<MadeToken | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const good = data?.items.filter(({ revoked_at }) => revoked_at === null) ?? []
  return (
    <Box
      title="Tokens"
      aside={
        <Button ref={add} size="small" onClick={() => setWriting(true)} disabled={writing}>
          New token
        </Button>
      }
    >
      {made !== null && (
        <ShownOnce
          say={`Copy “${made.name}” now: it is kept as a hash and cannot be shown again.`}
          secret={made.secret}
          what="token"
          onDone={() => setMade(null)}
          backTo={() => add.current}
        />
      )}
      {writing && (
        <Opened onClose={() => setWriting(false)} backTo={() => add.current}>
          <TokenForm
            onMade={(token) => {
              setMade(token)
              setWriting(false)
            }}
            onCancel={() => setWriting(false)}
          />
        </Opened>
      )}
      {error !== null && <p className="p-3 text-breaking">{formError(error)}</p>}
      {good.length === 0 ? (
        <p className="p-3 text-ink-3">
          {data === undefined ? 'Reading …' : 'None yet. Programs send one as “Authorization: Bearer …”.'}
        </p>
      ) : (
        <ul aria-label="Tokens">
          {good.map((token) => (
            <TokenRow key={token.id} token={token} next={() => add.current} />
          ))}
        </ul>
      )}
    </Box>
  )
}

/** Until when it is good, to the day; the exact instant is its title. */
function Expiry({ at }: { at: string | null }) {
  const now = useNow()
  if (at === null) return 'never expires'
  const isOver = Date.parse(at) <= now
  return (
    <span title={exactTime(Date.parse(at))} className={isOver ? 'text-risky' : undefined}>
      {isOver && <span aria-hidden>▲ </span>}
      {isOver ? 'expired' : 'expires'} <time dateTime={at}>{at.slice(0, 10)}</time>
      {isOver && ', refused since'}
    </span>
  )
}

interface TokenRowProps {
  token: Token
  /** Where the focus goes when the row is gone. */
  next: () => HTMLElement | null
}

function TokenRow({ token, next }: TokenRowProps) {
  const me = useMe()
  const revoke = useRevokeToken()
  const [asked, setAsked] = useState(false)
  const ask = useRef<HTMLButtonElement>(null)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{token.name}</span>
          {token.scopes.map((scope) => (
            <Tag key={scope} translate="no" className="font-mono">
              {scope}
            </Tag>
          ))}
        </p>
        <p className="text-xs text-ink-3">
          {token.person.id !== me.id && <>of {token.person.name} · </>}
          {token.service !== null && <>sends for {token.service.name} · </>}
          {token.last_used_at === null ? (
            'never used'
          ) : (
            <>
              used <Time at={token.last_used_at} />
            </>
          )}
          {' · '}
          <Expiry at={token.expires_at} />
        </p>
        {revoke.error !== null && <p className="text-xs text-breaking">{formError(revoke.error)}</p>}
      </div>
      {asked ? (
        <Opened
          onClose={() => setAsked(false)}
          backTo={() => ask.current ?? next()}
          className="flex items-center gap-2"
        >
          <Button size="small" look="danger" busy={revoke.isPending} onClick={() => revoke.mutate(token.id)}>
            Revoke {token.name}
          </Button>
          <Button size="small" look="quiet" data-focus-first onClick={() => setAsked(false)}>
            Keep it
          </Button>
        </Opened>
      ) : (
        <Button
          ref={ask}
          size="small"
          look="quiet"
          aria-label={`Revoke ${token.name} …`}
          onClick={() => setAsked(true)}
        >
          Revoke …
        </Button>
      )}
    </li>
  )
}
