'use client'

import type { RefObject } from 'react'
import { Icon } from '@/components/ui/icon'
import { CONTROL } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { CatalogSort } from '@/lib/client/event-type-queries'

const SORTS: readonly { value: CatalogSort; label: string }[] = [
  { value: 'name', label: 'By name' },
  { value: 'events', label: 'By events a day' },
  { value: 'updated', label: 'By last change' },
]
const RELEVANCE = { value: 'relevance', label: 'By relevance' } as const

interface CatalogToolbarProps {
  field: RefObject<HTMLInputElement | null>
  text: string
  onText: (text: string) => void
  sort: CatalogSort | null
  onSort: (sort: CatalogSort | null) => void
  /** Into the list, from the field. */
  onEnterList: () => void
  filtersOpen: boolean
  onFilters: () => void
  filtersSet: number
}

/** Search, order, and on narrow screens the way to the filters. */
export function CatalogToolbar(props: CatalogToolbarProps) {
  const { field, text, onText, sort, onSort, onEnterList, filtersOpen, onFilters, filtersSet } = props
  const searched = text.trim() !== ''
  const standard = searched ? 'relevance' : 'name'
  return (
    <div className="flex items-center gap-2 px-4 pb-2">
      <search className="relative min-w-0 flex-1">
        <Icon
          name="explore"
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={field}
          type="search"
          aria-label="Search the catalog"
          placeholder="Search names, fields, owners, descriptions"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
              event.preventDefault()
              onEnterList()
            }
          }}
          className={`${CONTROL} h-8 pl-8`}
        />
      </search>
      <button
        type="button"
        aria-expanded={filtersOpen}
        aria-controls="catalog-filters"
        onClick={onFilters}
        className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 font-medium hover:bg-hover lg:hidden"
      >
        <Icon name="filter" />
        <span className="sr-only sm:not-sr-only">Filters</span>
        {filtersSet > 0 && <span className="text-accent">{filtersSet}</span>}
      </button>
      <Select
        aria-label="Sort"
        className="w-36 shrink-0 max-sm:w-28"
        value={sort ?? standard}
        onChange={(event) => {
          const chosen = event.target.value as CatalogSort
          onSort(chosen === standard ? null : chosen)
        }}
        options={searched ? [RELEVANCE, ...SORTS] : SORTS}
      />
    </div>
  )
}
