'use client'

import { useMemo } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import type { CatalogFilter } from '@/lib/client/event-type-queries'
import { paths } from '@/lib/client/paths'
import { EventTypeList } from './event-type-list'
import { useCatalogRows } from './use-catalog-rows'

interface EventTypeSectionProps {
  /** Whose event types: of an owner or of a domain. */
  by: 'owner' | 'domain'
  slug: string
}

/** The catalog's rows on the page of whom they belong to. */
export function EventTypeSection({ by, slug }: EventTypeSectionProps) {
  const filter = useMemo((): CatalogFilter => ({ [by]: [slug] }), [by, slug])
  const catalog = useCatalogRows(filter)
  return (
    <section aria-labelledby="event-types-heading" className="[--gutter:1.25rem]">
      <div className="flex min-h-9 flex-wrap items-center gap-2 px-5 pt-2">
        <h2 id="event-types-heading" className="font-semibold">
          Event types {!catalog.isPending && <span className="font-normal text-ink-3">{catalog.total}</span>}
        </h2>
        {catalog.total > 0 && (
          <LinkButton
            size="small"
            look="quiet"
            href={`${paths.catalog()}?${by}=${encodeURIComponent(slug)}`}
            className="ml-auto"
          >
            Search them in the catalog
          </LinkButton>
        )}
      </div>
      {catalog.isSettled && catalog.total === 0 ? (
        <p className="px-5 py-6 text-ink-2">
          None yet. An event type comes here when its {by} is set on its page in the catalog.
        </p>
      ) : (
        <EventTypeList label="Event types" catalog={catalog} />
      )}
    </section>
  )
}
