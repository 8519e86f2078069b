'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { Link } from '@/components/ui/link'
import { useEffect, useRef, useState } from 'react'
import { eventQueries } from '@/lib/client/event-queries'
import { paths } from '@/lib/client/paths'
import type { Event } from '@/lib/contracts/event'
import { tagsOf } from '@/lib/domain/chain-view/flags'
import type { ViewChain, ViewMember } from '@/lib/domain/chain-view/chain-view'
import { EventId } from '@/components/event/event-id'
import { ValidityTag } from '@/components/event/event-tags'
import { EventTypeLink } from '@/components/event/event-type-link'
import { May } from '@/components/shell/may'
import { chipClass } from '@/components/ui/chip'
import { classNames } from '@/components/ui/class-names'
import { Button, IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { PanelFailure } from '@/components/ui/read-failure'
import { TextLink } from '@/components/ui/text-link'
import { ChainTag } from './chain-tag'
import { PanelBody, PanelSkeleton } from './panel-body'

const EraseDialog = dynamic(() => import('./erase-dialog').then((module) => module.EraseDialog), {
  ssr: false,
})

const RevealDialog = dynamic(() => import('./reveal-dialog').then((module) => module.RevealDialog), {
  ssr: false,
})

interface EventPanelProps {
  chain: ViewChain
  member: ViewMember
  traceTemplate: string
  /** On narrow screens the panel lies over the chain, and only when asked for. */
  asked: boolean
  onSelect: (eventId: string) => void
  onClose: () => void
}

/** Everything about the selected event, beside its chain; below 1280 px a sheet over the foot of the page. */
export function EventPanel({ chain, member, traceTemplate, asked, onSelect, onClose }: EventPanelProps) {
  const { data, error, refetch } = useQuery(eventQueries.detail(member.event_id))
  // The chain is read again every few seconds. What it says anew of the event, judged later or delivered once more, the
  // panel would else contradict.
  const said = `${member.status} ${member.deliveries} ${member.flags.join(' ')}`
  const saidBefore = useRef(said)
  useEffect(() => {
    if (saidBefore.current === said) return
    saidBefore.current = said
    void refetch()
  }, [said, refetch])
  const [erasing, setErasing] = useState(false)
  const [revealing, setRevealing] = useState(false)
  // Here and nowhere else, so that it is gone as soon as another event is looked at.
  const [revealed, setRevealed] = useState<Event | null>(null)
  const shown = revealed?.event_id === member.event_id ? revealed : null
  if (revealed !== null && shown === null) setRevealed(null)
  return (
    // Escape closes it from wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <aside
      aria-label="Selected event"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className={classNames(
        'fixed inset-x-0 bottom-[var(--bar-height)] z-20 max-h-[62dvh] overflow-y-auto border-t border-line-strong bg-bg px-4 py-3 shadow-raised lg:bottom-0 lg:left-[var(--side-width)] xl:sticky xl:top-[var(--header-height)] xl:bottom-auto xl:left-auto xl:block xl:h-[calc(100dvh-var(--header-height))] xl:max-h-none xl:w-[24.5rem] xl:shrink-0 xl:border-t-0 xl:border-l xl:border-line xl:shadow-none',
        asked ? 'block' : 'hidden',
      )}
    >
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 text-lg font-[450]">
          <EventTypeLink name={member.type} kind={member.kind} />
        </h2>
        <Link
          href={paths.versions(member.type)}
          title="The versions of its schema"
          className={chipClass(true, 'shrink-0 hover:border-line-strong hover:text-ink')}
        >
          {member.version}
        </Link>
        <IconButton label="Close the panel" onClick={onClose} className="xl:hidden">
          <Icon name="close" />
        </IconButton>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
        {member.owner === null ? (
          <span className="text-ink-3">no owner</span>
        ) : (
          <TextLink href={paths.owner(member.owner)}>{member.owner}</TextLink>
        )}
        {member.producer !== null && (
          <>
            <span aria-hidden>·</span>
            <TextLink href={paths.service(member.producer)}>{member.producer}</TextLink>
          </>
        )}
        {member.status === 'valid' && <ValidityTag validity="valid" />}
        {tagsOf(member).map((tag) => (
          <ChainTag key={tag.text} tag={tag} />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <EventId id={member.event_id} />
        {member.event_id !== chain.focus && (
          <LinkButton size="small" href={paths.event(member.event_id)}>
            Open its own page
          </LinkButton>
        )}
      </div>
      {data !== undefined ? (
        <PanelBody
          event={shown ?? data}
          isRevealed={shown !== null}
          onReveal={() => setRevealing(true)}
          onHide={() => setRevealed(null)}
          member={member}
          chain={chain}
          traceTemplate={traceTemplate}
          onSelect={onSelect}
        />
      ) : error !== null ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <PanelSkeleton />
      )}
      {data !== undefined && data.erased === null && (
        <May does="erase">
          <p className="mt-4">
            <Button size="small" look="quiet" aria-haspopup="dialog" onClick={() => setErasing(true)}>
              Erase personal data…
            </Button>
          </p>
        </May>
      )}
      {revealing && (
        <RevealDialog
          eventId={member.event_id}
          onRevealed={setRevealed}
          onClose={() => setRevealing(false)}
        />
      )}
      {erasing && <EraseDialog eventId={member.event_id} onClose={() => setErasing(false)} />}
    </aside>
  )
}
