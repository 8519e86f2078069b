'use client'

import { Icon } from '@/components/ui/icon'
import { chipClass } from '@/components/ui/chip'
import { FILTERS, type CatalogState, type FilterName } from '@/lib/client/catalog-url'
import type { Facets } from '@/lib/contracts/event-type'

interface ActiveFiltersProps {
  state: CatalogState
  facets: Facets | undefined
  onChange: (name: FilterName, values: string[]) => void
  onClear: () => void
}

/** What narrows the list now, each part to be taken back by a click. */
export function ActiveFilters({ state, facets, onChange, onClear }: ActiveFiltersProps) {
  const active = FILTERS.flatMap((name) => state[name].map((value) => ({ name, value })))
  if (active.length === 0) return null
  return (
    <ul aria-label="Filters set" className="flex flex-wrap items-center gap-1.5 px-4 pb-2">
      {active.map(({ name, value }) => {
        const label = labelOf(facets, name, value)
        return (
          <li key={`${name} ${value}`}>
            <button
              type="button"
              aria-label={`Remove the filter ${name} ${label}`}
              onClick={() =>
                onChange(
                  name,
                  state[name].filter((other) => other !== value),
                )
              }
              className={chipClass(false, 'hover:border-line-strong hover:text-ink')}
            >
              <span className="text-ink-3">{name}</span> {label}
              <Icon name="close" className="shrink-0 text-ink-3" />
            </button>
          </li>
        )
      })}
      <li>
        <button
          type="button"
          onClick={onClear}
          className="h-6 rounded-md px-1.5 text-ink-2 hover:bg-hover hover:text-ink"
        >
          Clear all
        </button>
      </li>
    </ul>
  )
}

function labelOf(facets: Facets | undefined, name: FilterName, value: string): string {
  if (name === 'kind') return value === 'cud' ? 'CUD' : 'Domain'
  if (name === 'service' || name === 'field') return value
  return facets?.[name].find((facet) => facet.value === value)?.label ?? value
}
