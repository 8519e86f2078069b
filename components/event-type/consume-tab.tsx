'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useQueryState } from 'nuqs'
import { useMemo, type ReactNode } from 'react'
import { May, SignInTo } from '@/components/shell/may'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { TextLink } from '@/components/ui/text-link'
import { useInBrowser } from '@/components/ui/use-in-browser'
import { addressOf } from '@/lib/client/api'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { eventTypeParsers } from '@/lib/client/event-type-url'
import { paths } from '@/lib/client/paths'
import type { Json } from '@/lib/domain/json/json'
import { generateSample } from '@/lib/domain/schema/sample/generate-sample'
import { SOME_SERVICE } from './some-service'

/** How to get from "I want this event" to code that reads it. */
export function ConsumeTab({ name }: { name: string }) {
  const { data: type } = useSuspenseQuery(eventTypeQueries.detail(name))
  const [, setForm] = useQueryState('form', eventTypeParsers.form)
  const label = type.latest_version
  const version = useQuery({ ...eventTypeQueries.version(name, label ?? ''), enabled: label !== null })
  const origin = useOrigin()
  const envelope = useMemo(() => {
    const data =
      version.data?.examples[0] ?? (version.data ? generateSample(version.data.schema as Json) : {})
    return JSON.stringify(
      {
        data,
        meta: {
          created_at: '2026-01-01T09:00:00Z',
          schema: { name, version: label ?? '1.0.0' },
          event_id: '0198f0c2-6b1e-7c44-9d7e-2f8f6f1f5a10',
          parent_event_id: '0198f0c2-5a00-7c01-8f11-0a64d3d2b001',
          trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
          ...(type.owner && { owner_id: type.owner.slug }),
        },
      },
      null,
      2,
    )
  }, [version.data, name, label, type.owner])
  const events = origin + addressOf('listEvents', {}, { type: name, limit: 20 })
  const schema = origin + addressOf('getVersion', { name, version: 'latest' })
  return (
    <div className="grid grid-cols-1 items-start gap-4 px-5 py-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <Box title="1. Say that you consume it">
          <div className="flex flex-wrap items-center gap-3 px-3 py-2.5 text-ink-2">
            <p className="min-w-0 flex-1 basis-60">
              {type.consumers.length === 0
                ? 'Nobody has yet.'
                : `${type.consumers.length} ${type.consumers.length === 1 ? 'service does' : 'services do'}.`}{' '}
              Declared consumers are named in every review of a new version, before it breaks them.
            </p>
            <May
              does="declare"
              about={SOME_SERVICE}
              otherwise={<SignInTo what="say so" to={`${paths.eventType(name)}?tab=consume`} />}
            >
              <Button look="primary" onClick={() => void setForm('consume')}>
                We consume this
              </Button>
            </May>
          </div>
        </Box>
        <Box title="2. Read some real ones">
          <Snippet
            label="Latest events"
            text={`curl -s '${events}' \\\n  -H "Authorization: Bearer $PASTTENSE_TOKEN"`}
          />
          <Note>
            Or look at them in <TextLink href={paths.explore({ type: name })}>Explore</TextLink>, each with
            its chain.
          </Note>
        </Box>
        <Box title="3. Validate what you read">
          <Snippet
            label="Fetch the schema"
            text={`curl -s '${schema}' | jq .schema > ${fileName(name)}.schema.json`}
          />
          <Note>
            The schema describes the <code>data</code> block alone. A published version never changes, so a
            copy stays right; read <code>meta.schema.version</code> to know which one an event was written
            with.
          </Note>
        </Box>
        <Box title="4. Hear before it changes">
          <Note>
            Members of the owners of consuming services find every new version, deprecation and retirement in
            their inbox. For everybody else there is a{' '}
            <a
              href={paths.eventTypeFeed(name)}
              className="rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              feed of {name}
            </a>{' '}
            for feed readers and chat.
          </Note>
        </Box>
      </div>
      <Box title="What one looks like" aside={<CopyButton text={envelope} what="the example event" />}>
        <CodeBlock label={`Example of ${name}`} className="max-h-[70dvh] p-3">
          {envelope}
        </CodeBlock>
        <Note>
          {version.data && version.data.examples.length > 0
            ? 'The data is the example its author gave.'
            : 'The data is made from the schema.'}{' '}
          Ignore fields you do not know, and be ready to meet the same <code>event_id</code> twice: it is one
          event.
        </Note>
      </Box>
    </div>
  )
}

function Snippet({ label, text }: { label: string; text: string }) {
  return (
    <div className="relative border-b border-line last:border-b-0">
      <CodeBlock label={label} className="py-2.5 pr-10 pl-3">
        {text}
      </CodeBlock>
      <CopyButton text={text} what={label.toLowerCase()} className="absolute top-1.5 right-1.5 bg-surface" />
    </div>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <p className="border-b border-line px-3 py-2 text-ink-2 last:border-b-0">{children}</p>
}

/** The address this page was reached by; the server does not know it. */
function useOrigin(): string {
  return useInBrowser(() => window.location.origin, 'http://localhost:3000')
}

function fileName(name: string): string {
  return name.replace(/[^\w.-]+/g, '-')
}
