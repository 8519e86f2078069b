'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { ApiProblem } from '@/lib/client/api'
import { eventQueries } from '@/lib/client/event-queries'
import { ownerQueries } from '@/lib/client/owner-queries'
import type { ChainFacts } from '@/lib/domain/chain-view/facts'
import { handOverText, type Contact } from '@/lib/domain/chain-view/hand-over'
import { judgedText } from '@/lib/domain/flow/expectation-text'
import { placeOf } from '@/lib/domain/chain-view/chain-places'
import type { ViewChain } from '@/lib/domain/chain-view/chain-view'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Bone } from '@/components/ui/skeleton'

interface HandOverDialogProps {
  chain: ViewChain
  facts: ChainFacts
  selected: string
  onClose: () => void
}

/** What validation said is fetched for so many events; the text names the rest. */
const MOST_READ = 10

/** The hand-over text, ready to be pasted into a ticket. */
export function HandOverDialog({ chain, facts, selected, onClose }: HandOverDialogProps) {
  const chosen = chain.members[placeOf(chain, selected)]
  const next = useQuery(eventQueries.expectations(chain.focus))
  const expectations = next.data
  const overdue = expectations?.items.filter(({ state }) => state === 'overdue') ?? []
  const slugs = [
    ...new Set(
      [chosen?.owner, chain.members[facts.last]?.owner, ...overdue.map(({ owner }) => owner?.slug)].filter(
        (slug) => typeof slug === 'string',
      ),
    ),
  ]
  const contacts = useQueries({
    queries: slugs.map((slug) => ({ ...ownerQueries.detail(slug), retry: false })),
  })
  const invalid = chain.members.filter(({ status }) => status === 'invalid').slice(0, MOST_READ)
  const read = useQueries({ queries: invalid.map(({ event_id }) => eventQueries.detail(event_id)) })
  // A text that is copied before everything is known would say that nobody can be reached.
  const isReady =
    !next.isPending && !contacts.some((one) => one.isPending) && !read.some((one) => one.isPending)
  const failed = [next, contacts, read].flat().filter(({ error }) => error !== null && !isUnknown(error))
  const text =
    isReady &&
    handOverText({
      chain,
      selected,
      overdue,
      overdueCount: expectations?.counts.overdue ?? 0,
      remark:
        expectations !== undefined
          ? judgedText(expectations.judged)
          : next.isError
            ? 'What should have come next could not be worked out.'
            : null,
      link: window.location.href,
      contacts: new Map(
        slugs.flatMap((slug, index) => {
          const { data, error } = contacts[index]!
          if (isUnknown(error)) return []
          return [[slug, data === undefined ? null : contactOf(data)] as const]
        }),
      ),
      violations: new Map(
        invalid.map(({ event_id }, index) => [event_id, read[index]!.data?.problems ?? null] as const),
      ),
    })
  return (
    <Dialog
      wide
      onClose={onClose}
      title="Hand over"
      description="What is recorded of this chain, as text for a ticket or a chat."
    >
      <div className="flex flex-col gap-3">
        {text !== false ? (
          <>
            <CodeBlock
              label="Hand-over text"
              className="max-h-[50dvh] rounded-md border border-line bg-sunken p-3 whitespace-pre-wrap"
            >
              {text}
            </CodeBlock>
            <div className="flex items-center justify-end gap-3">
              {failed.length > 0 && (
                <>
                  <span role="status" className="text-ink-2">
                    Not all of it could be read.
                  </span>
                  <Button size="small" onClick={() => failed.forEach((one) => void one.refetch())}>
                    Try again
                  </Button>
                </>
              )}
              <CopyButton
                text={text}
                what="hand-over text"
                className="border border-line-strong !px-2.5 font-medium !text-ink"
              >
                Copy text
              </CopyButton>
            </div>
          </>
        ) : (
          <div role="status">
            <Bone className="h-64 w-full" />
            <span className="sr-only">Owners and what validation said are being looked up</span>
          </div>
        )}
      </div>
    </Dialog>
  )
}

/** Whether it was read that there is none. */
function isUnknown(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.status === 404
}

function contactOf(owner: {
  name: string
  chat: string | null
  email: string | null
  on_call: string | null
  url: string | null
}): Contact {
  const ways = [owner.chat, owner.email, owner.on_call && `on call: ${owner.on_call}`, owner.url]
  return { name: owner.name, ways: ways.filter((way): way is string => Boolean(way)) }
}
