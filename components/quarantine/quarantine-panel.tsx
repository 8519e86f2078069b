'use client'

import { useQuery } from '@tanstack/react-query'
import { quarantineQueries } from '@/lib/client/quarantine-queries'
import type { Quarantined } from '@/lib/contracts/event'
import { EventTypeLink } from '@/components/event/event-type-link'
import { ExactTime, Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { IconButton } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { paths } from '@/lib/client/paths'
import { PanelFailure } from '@/components/ui/read-failure'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import { Bone } from '@/components/ui/skeleton'
import { byteSize } from '@/components/ui/byte-size'
import { placeText } from './place-text'
import { RetryButton } from './retry-button'

/** One message whole: why it is no event, and what was sent to the letter. */
export function QuarantinePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(quarantineQueries.detail(id))
  return (
    // Escape closes it from wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <aside
      aria-label="Message in quarantine"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      className="fixed inset-x-0 bottom-[var(--bar-height)] z-20 max-h-[65dvh] overflow-y-auto border-t border-line-strong bg-bg px-4 py-3 shadow-raised lg:bottom-0 lg:left-[var(--side-width)] xl:sticky xl:top-[var(--header-height)] xl:left-auto xl:h-[calc(100dvh-var(--header-height))] xl:max-h-none xl:w-[28rem] xl:shrink-0 xl:border-t-0 xl:border-l xl:border-line xl:shadow-none"
    >
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 text-base font-semibold">{data?.message ?? 'Message'}</h2>
        <IconButton label="Close the panel" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      {data !== undefined ? (
        <Whole message={data} />
      ) : error !== null ? (
        <PanelFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label="Loading the message" className="mt-3 flex flex-col gap-3">
          <Bone className="h-3 w-2/3" />
          <Bone className="h-24 w-full" />
        </div>
      )}
    </aside>
  )
}

function Whole({ message }: { message: Quarantined }) {
  return (
    <div className="mt-2 flex flex-col gap-3">
      <p className="text-ink-2">
        Received <ExactTime at={message.received_at} />, {byteSize(message.bytes)}.
        {message.retried_at !== null && (
          <>
            {' '}
            Tried again <Time at={message.retried_at} />.
          </>
        )}
      </p>
      <p className="text-ink-2">
        {message.sender === null ? (
          'Who sent it is not known: its token is no service’s.'
        ) : (
          <>
            Sent by <TextLink href={paths.service(message.sender)}>{message.sender}</TextLink>.
          </>
        )}
        {message.type !== null && (
          <>
            {' '}
            It says it is <EventTypeLink name={message.type} />
            {message.event_id !== null && (
              <>
                {', event '}
                <code>{message.event_id}</code>
              </>
            )}
            .
          </>
        )}
      </p>
      <RetryButton message={message} />
      <Box title="What is wrong">
        <ul className="flex flex-col divide-y divide-line">
          {message.problems.map(({ pointer, code, message: text }, index) => (
            <li key={index} className="px-3 py-2">
              <p>{text}</p>
              <p className="text-ink-3">
                <code>{placeText(pointer)}</code> · {code}
              </p>
            </li>
          ))}
        </ul>
      </Box>
      {message.text === null ? (
        <Box title="As received">
          <p className="px-3 py-2 text-ink-2">
            Hidden: no schema says what is in it. Authors, reviewers and administrators see it.
          </p>
        </Box>
      ) : (
        <Box title="As received" aside={<CopyButton text={message.text} what="the message" />}>
          <CodeBlock label="The message as received" className="max-h-96 px-3 py-2 whitespace-pre-wrap">
            {message.text === '' ? '(nothing)' : message.text}
          </CodeBlock>
        </Box>
      )}
    </div>
  )
}
