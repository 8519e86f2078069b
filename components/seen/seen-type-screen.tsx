'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { May } from '@/components/shell/may'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { SchemaTreeView } from '@/components/schema/schema-tree-view'
import { PageHeader } from '@/components/shell/page-header'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { useStartDraft } from '@/lib/client/draft-mutations'
import { formError } from '@/lib/client/field-errors'
import { paths } from '@/lib/client/paths'
import { draftFromEvents, seenTypeQueries } from '@/lib/client/seen-type-queries'
import type { Json } from '@/lib/domain/json/json'
import { buildSchemaTree } from '@/lib/domain/schema/schema-tree'
import { versionWords } from './version-words'

/** An event type that is seen and not in the catalog: what its events show of it, and the way to its first draft. */
export function SeenTypeScreen({ name }: { name: string }) {
  const { data: seen } = useSuspenseQuery(seenTypeQueries.detail(name))
  const router = useRouter()
  const start = useStartDraft()
  const [selected, setSelected] = useState<string | null>(null)
  const tree = useMemo(() => buildSchemaTree(seen.schema as Json), [seen.schema])

  function draft(): void {
    start.mutate(draftFromEvents(seen), { onSuccess: ({ id }) => router.push(paths.draft(id)) })
  }

  return (
    <>
      <PageHeader
        title={<EventName name={name} />}
        facts={<Tag tone="breaking">not in the catalog</Tag>}
        actions={
          <>
            <LinkButton href={paths.explore({ type: name })}>Look at its events</LinkButton>
            <May does="draft">
              <Button look="primary" busy={start.isPending} onClick={draft}>
                {start.isPending ? 'Starting …' : 'Draft its schema'}
              </Button>
            </May>
          </>
        }
      >
        {seen.count.toLocaleString('en')} {seen.count === 1 ? 'event' : 'events'} received, the first{' '}
        <Time at={seen.first_seen_at} />, the last <Time at={seen.last_received_at} />. Versions they name:{' '}
        <span className="font-mono text-xs">{versionWords(seen.versions)}</span>.{' '}
        {seen.producers.length === 0
          ? 'Which service sends them is not known.'
          : `Sent by ${seen.producers.join(', ')}.`}
        {seen.versions.every((version) => version === '') && (
          <>
            {' '}
            They name nothing but this id of a schema, which no version of the catalog has or will get. They
            stay unchecked: let their producer name type and version.
          </>
        )}
      </PageHeader>
      {formError(start.error) !== null && (
        <p role="alert" className="mx-5 mb-3 rounded-md bg-breaking-soft px-2.5 py-1.5 text-breaking">
          {formError(start.error)}
        </p>
      )}
      <div className="grid items-start gap-4 px-5 pb-8 lg:grid-cols-2">
        <Box
          title="What its events look like"
          aside={`inferred from the latest ${seen.samples.toLocaleString('en')}`}
        >
          <SchemaTreeView
            root={tree.root}
            label={`Fields seen in ${name}`}
            query=""
            selected={selected}
            onSelect={setSelected}
          />
        </Box>
        {seen.examples.length > 0 && (
          <Box title="The data of its latest event">
            <CodeBlock label={`Data of the latest ${name}`} className="max-h-[70dvh] p-3">
              {JSON.stringify(seen.examples[0], null, 2)}
            </CodeBlock>
          </Box>
        )}
      </div>
    </>
  )
}
