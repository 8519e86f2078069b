'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { addressOf } from '@/lib/client/api'
import { entityQueries } from '@/lib/client/entity-queries'
import { paths } from '@/lib/client/paths'
import type { Entity } from '@/lib/contracts/entity'
import { EventTypeLink } from '@/components/event/event-type-link'
import { OwnerChips } from '@/components/event/owner-chips'
import { Time } from '@/components/event/time'
import { count } from '@/components/flow/numbers'
import { PageHeader } from '@/components/shell/page-header'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Table, Td, Th } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { OperationTag } from './operation-tag'

/** One entity: its event types, what changed last, the way to one by its key and to a copy of all. */
export function EntityScreen({ entity: name }: { entity: string }) {
  const { data: entity } = useSuspenseQuery({ ...entityQueries.detail(name), refetchInterval: 30_000 })
  return (
    <>
      <PageHeader
        title={name}
        facts={
          <>
            <span className="text-ink-3">Entity</span>
            <OwnerChips owner={entity.owner} domain={entity.domain} />
          </>
        }
      >
        Its CUD events carry its full state, so that others can keep a copy.
      </PageHeader>
      <div className="grid items-start gap-4 px-5 pb-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <OpenOne entity={entity} />
          <Recent entity={entity} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Types entity={entity} />
          <Snapshot entity={entity} />
        </div>
      </div>
    </>
  )
}

function OpenOne({ entity: { entity, key_places } }: { entity: Entity }) {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  return (
    <form
      role="search"
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
      onSubmit={(event) => {
        event.preventDefault()
        const key = field.current?.value.trim() ?? ''
        if (key !== '') router.push(paths.entityKey(entity, key))
      }}
    >
      <Input
        ref={field}
        type="search"
        maxLength={200}
        aria-label={`Key of one ${entity}`}
        placeholder={`Key of one ${entity}`}
        className="min-w-0 flex-1 basis-60 sm:max-w-[24rem]"
      />
      <Button type="submit" look="primary" className="!h-8">
        Open
      </Button>
      <span className="text-xs text-ink-3">
        found at <code>{key_places[0]}</code>
        {key_places.length > 1 && <span title={key_places.join('\n')}> and other places</span>}
      </span>
    </form>
  )
}

function Recent({ entity: { entity, recent, key_places } }: { entity: Entity }) {
  return (
    <Box title="Changed last">
      {recent.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-2">
          None of its latest events has a key at {key_places.join(', ')}. Mark the field that is the key with{' '}
          <code>x-key</code> in the next version of its schema.
        </p>
      ) : (
        <Table label={`Changed last of ${entity}`}>
          <thead>
            <tr>
              <Th>Key</Th>
              <Th>What happened</Th>
              <Th className="text-right">When</Th>
            </tr>
          </thead>
          <tbody>
            {recent.map(({ key, operation, event_id, created_at }) => (
              <tr key={key} className="hover:bg-hover">
                <Td className="font-mono text-xs">
                  <TextLink href={paths.entityKey(entity, key)}>{key}</TextLink>
                </Td>
                <Td>
                  <OperationTag operation={operation} />
                </Td>
                <Td className="text-right whitespace-nowrap">
                  <TextLink href={paths.event(event_id)}>
                    <Time at={created_at} />
                  </TextLink>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Box>
  )
}

function Types({ entity: { entity, types } }: { entity: Entity }) {
  return (
    <Box title="Event types">
      <Table label={`Event types of ${entity}`}>
        <thead>
          <tr>
            <Th>Event type</Th>
            <Th>Latest version</Th>
            <Th className="text-right">Events, 30 days</Th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ name, latest_version, events }) => (
            <tr key={name} className="hover:bg-hover">
              <Td>
                <EventTypeLink name={name} kind="cud" />
              </Td>
              <Td className="font-mono text-xs">{latest_version ?? 'none'}</Td>
              <Td className="text-right tabular-nums">{count(events)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Box>
  )
}

function Snapshot({ entity: { entity, retained_since } }: { entity: Entity }) {
  const address = addressOf('streamEntitySnapshot', { entity })
  return (
    <Box title="Start a copy">
      <div className="flex flex-col gap-2 px-3 py-2.5 text-ink-2">
        <p>
          The state now of every {entity}, one a line. The first line names the position it holds for; follow
          the events from there with <code>/api/v1/event-stream?after=…</code> and nothing is missed.
        </p>
        {retained_since !== null && (
          <p>
            <span aria-hidden>⚠ </span>What was received before {retained_since} is past retention: a {entity}{' '}
            that has not changed since is not in it.
          </p>
        )}
        <p>
          <a
            href={address}
            download={`${entity}.ndjson`}
            className="rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            Download the snapshot (NDJSON)
          </a>
        </p>
        <code className="text-xs">GET {address}</code>
      </div>
    </Box>
  )
}
