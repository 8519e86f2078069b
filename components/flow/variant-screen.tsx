'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { flowQueries } from '@/lib/client/flow-queries'
import { paths } from '@/lib/client/paths'
import type { Variant } from '@/lib/contracts/variant'
import { Time } from '@/components/event/time'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ReadFailure } from '@/components/ui/read-failure'
import { Select } from '@/components/ui/select'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { FlowFrame } from './flow-frame'
import { count, percent } from './numbers'
import { VariantOutline } from './variant-outline'

/** Chains by shape: `/flows/variants`. What they begin with is in the address. */
export function VariantScreen() {
  const [type, setType] = useQueryState('type', parseAsString.withDefault(''))
  const { data, error, refetch } = useQuery({
    ...flowQueries.variants(type),
    placeholderData: keepPreviousData,
  })
  return (
    <FlowFrame current="variants">
      {data !== undefined && (data.items.length > 0 || type !== '') && (
        <div className="flex flex-wrap items-center gap-3 px-5 py-2">
          <Select
            small
            aria-label="Chains that begin with"
            className="w-64"
            none="All beginnings"
            value={type}
            onChange={(event) => void setType(event.target.value || null)}
            options={[...new Set([...data.root_types, ...(type === '' ? [] : [type])])].map((name) => ({
              value: name,
              label: `Begins with ${name}`,
            }))}
          />
          <p role="status" className="text-xs text-ink-3">
            {data.items.length === 1 ? 'One shape' : `${count(data.items.length)} shapes`} of{' '}
            {count(data.chains)} chains of the last 30 days that were looked at
          </p>
        </div>
      )}
      {data === undefined && error === null && <RowsSkeleton label="Comparing chains" />}
      {data === undefined && error !== null && (
        <ReadFailure title="The chains could not be compared" error={error} onRetry={() => void refetch()} />
      )}
      {data?.items.length === 0 && (
        <EmptyState
          title="No chain to compare yet"
          actions={<LinkButton href={paths.explore()}>Look at the events</LinkButton>}
        >
          Chains stand here by their shape, the most frequent first, once nothing has come to them for ten
          minutes.
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <ol aria-label="Shapes of chains" className="border-t border-line">
          {data.items.map((variant) => (
            <VariantRow key={variant.hash} variant={variant} />
          ))}
        </ol>
      )}
    </FlowFrame>
  )
}

function VariantRow({ variant }: { variant: Variant }) {
  const { share, size, outline, first_seen, last_seen, example } = variant
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line px-5 py-2.5 md:grid-cols-[11rem_minmax(0,1fr)_14rem]">
      <div>
        <p>
          <strong className="font-semibold">{percent(share)}</strong>{' '}
          <span className="text-ink-2">
            {variant.count === 1 ? '1 chain' : `${count(variant.count)} chains`}
          </span>
        </p>
        <span aria-hidden className="mt-1 block h-1 rounded-sm bg-hover">
          <span
            className="block h-1 rounded-sm bg-accent"
            style={{ width: `${Math.max(1, share * 100)}%` }}
          />
        </span>
      </div>
      <VariantOutline places={outline} size={size} />
      <p className="text-ink-2 md:text-right">
        first seen <Time at={first_seen} />
        <br />
        last seen <Time at={last_seen} />, <TextLink href={paths.event(example)}>open it</TextLink>
      </p>
    </li>
  )
}
