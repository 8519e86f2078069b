'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { StatusTag } from '@/components/event/event-tags'
import { EventTypeLink } from '@/components/event/event-type-link'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { call } from '@/lib/client/api'
import { formError } from '@/lib/client/field-errors'
import { searchQueries } from '@/lib/client/search-queries'
import type { ServiceUse } from '@/lib/contracts/people'
import { isLeft } from '@/lib/domain/news/leaving'

interface ServiceUsesProps {
  title: string
  service: string
  as: 'producer' | 'consumer'
  uses: readonly ServiceUse[]
}

/** What a service does with event types: declared by hand beside what was seen, so that the two can be compared. */
export function ServiceUses({ title, service, as, uses }: ServiceUsesProps) {
  const [adding, setAdding] = useState(false)
  return (
    <Box
      title={
        <>
          {title} <span className="font-normal text-ink-3">{uses.length}</span>
        </>
      }
      aside={
        <Button size="small" onClick={() => setAdding(!adding)} aria-expanded={adding}>
          Declare
        </Button>
      }
    >
      {adding && <DeclareForm service={service} as={as} onDone={() => setAdding(false)} />}
      {uses.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-2">
          {as === 'producer'
            ? 'Nothing declared, and no event named it as its producer in the last 30 days.'
            : 'Nothing declared, and none of its events had a parent in the last 30 days.'}
        </p>
      ) : (
        <Table label={title}>
          <thead>
            <tr>
              <Th>Event type</Th>
              <Th>How it is known</Th>
              <Th className="text-right">Seen, 30 days</Th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use) => (
              <tr key={use.event_type} className="hover:bg-hover">
                <Td className="whitespace-nowrap">
                  <EventTypeLink name={use.event_type} kind={use.kind} />{' '}
                  {isLeft(use.status) && <StatusTag status={use.status} />}
                  {use.successor !== null && (
                    <span className="text-ink-2">
                      {' use '}
                      <EventTypeLink name={use.successor} className="underline" />
                    </span>
                  )}
                </Td>
                <Td>
                  <Known use={use} />
                </Td>
                <Td className="text-right font-mono text-xs">{use.seen.toLocaleString('en')}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Box>
  )
}

function Known({ use: { declared, seen } }: { use: ServiceUse }) {
  if (declared && seen > 0) return <Tag tone="safe">declared and seen</Tag>
  if (declared) return <Tag>declared, not seen</Tag>
  return <Tag tone="risky">seen, not declared</Tag>
}

function DeclareForm({
  service,
  as,
  onDone,
}: {
  service: string
  as: ServiceUsesProps['as']
  onDone: () => void
}) {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const { data: hits = [] } = useQuery(searchQueries.hits(name.trim()))
  const declare = useMutation({
    mutationFn: (eventType: string) =>
      call(as === 'producer' ? 'declareProducer' : 'declareConsumer', {
        params: { name: eventType, service },
        body: {},
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      announce('Declared')
      onDone()
    },
  })
  const problem = formError(declare.error)
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() !== '') declare.mutate(name.trim())
  }
  return (
    <form onSubmit={submit} className="border-b border-line px-3 py-2">
      <div className="flex gap-2">
        <Input
          aria-label={`Event type it ${as === 'producer' ? 'produces' : 'consumes'}`}
          placeholder="Name of an event type"
          list={`${as}-names`}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="max-w-sm font-mono"
          spellCheck={false}
        />
        <datalist id={`${as}-names`}>
          {hits
            .filter((hit) => hit.kind === 'event-type')
            .map((hit) => (
              <option key={hit.href} value={hit.title} />
            ))}
        </datalist>
        <Button type="submit" busy={declare.isPending} className="!h-8">
          Declare
        </Button>
      </div>
      {problem !== null && (
        <p role="alert" className="mt-1 text-xs text-breaking">
          {problem}
        </p>
      )}
    </form>
  )
}
