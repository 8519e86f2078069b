'use client'

import dynamic from 'next/dynamic'
import { useQueryStates } from 'nuqs'
import { useMemo, useRef, useState } from 'react'
import { FormFor } from '@/components/shell/form-for'
import { May } from '@/components/shell/may'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { catalogParsers, filterOf, FILTERS, type FilterName } from '@/lib/client/catalog-url'
import { paths } from '@/lib/client/paths'
import { ActiveFilters } from './active-filters'
import { CatalogToolbar } from './catalog-toolbar'
import { EmptyCatalog, NothingFound } from './empty-catalog'
import { EventTypeList } from './event-type-list'
import { FacetList } from './facet-list'
import { PeekPanel } from './peek-panel'
import { useCatalogRows } from './use-catalog-rows'

const RegisterDialog = dynamic(() => import('./register-dialog').then((module) => module.RegisterDialog), {
  ssr: false,
})

/** An event type that is only being registered belongs to nobody yet. */
const NOBODYS = { owner: null }

/** Pixels that the header, the toolbar and the names of the columns cover at the top. */
const COVERED = 48 + 92

/** Every event type: search, filters with counts, rows, and a panel for a quick look. */
export function CatalogScreen() {
  const [state, setState] = useQueryStates(catalogParsers)
  const filter = useMemo(() => filterOf(state), [state])
  const catalog = useCatalogRows(filter)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const filters = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const filtersSet = FILTERS.reduce((sum, name) => sum + state[name].length, 0)
  const isNarrowed = filtersSet > 0 || state.q.trim() !== ''
  const isEmpty = catalog.isSettled && catalog.total === 0
  const isNew = isEmpty && !isNarrowed
  const set = (name: FilterName, values: string[]) => void setState({ [name]: values })
  const clear = () =>
    void setState({
      q: null,
      kind: null,
      domain: null,
      owner: null,
      status: null,
      service: null,
      field: null,
    })

  function focusList(): void {
    list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  }
  function focusFilters(): void {
    setFiltersOpen(true)
    setTimeout(() => filters.current?.querySelector<HTMLElement>('input')?.focus())
  }
  function peek(name: string | null): void {
    void setState({ peek: name })
    if (name === null && !list.current?.contains(document.activeElement)) focusList()
  }

  return (
    <div className="flex min-w-0 flex-1 flex-col lg:flex-row">
      <div
        id="catalog-filters"
        ref={filters}
        role="group"
        aria-label="Filters"
        className={`${filtersOpen ? 'flex' : 'hidden'} flex-col gap-4 border-line px-4 py-3 max-lg:border-b lg:sticky lg:top-[var(--header-height)] ${isNew ? '' : 'lg:flex'} lg:h-[calc(100dvh-var(--header-height))] lg:w-54 lg:shrink-0 lg:overflow-y-auto lg:border-r`}
      >
        {catalog.facets && <FacetList facets={catalog.facets} state={state} onChange={set} />}
      </div>
      <div
        className="min-w-0 flex-1 [--list-top:var(--header-height)] [@media(min-height:40rem)]:[--list-top:calc(var(--header-height)+5.75rem)]"
        ref={list}
      >
        <div className="top-[var(--header-height)] z-10 min-h-[5.75rem] bg-bg [@media(min-height:40rem)]:sticky">
          <div className="flex h-13 items-center gap-3 px-4">
            <h1 className="min-w-0 flex-1 truncate text-lg font-[450] tracking-tight">
              <span role="status">{headline(catalog.counted, catalog.isPending)}</span>
            </h1>
            <May does="edit-catalog" about={NOBODYS}>
              <Button onClick={() => void setState({ new: true })} className="max-sm:hidden">
                Register an event type
              </Button>
            </May>
            <May does="draft">
              <LinkButton look="primary" href={paths.newDraft()}>
                Draft an event
              </LinkButton>
            </May>
          </div>
          <CatalogToolbar
            field={field}
            text={state.q}
            onText={(q) => void setState({ q })}
            sort={state.sort}
            onSort={(sort) => void setState({ sort })}
            onEnterList={focusList}
            filtersOpen={filtersOpen}
            onFilters={() => setFiltersOpen(!filtersOpen)}
            filtersSet={filtersSet}
          />
        </div>
        <ActiveFilters state={state} facets={catalog.facets} onChange={set} onClear={clear} />
        {isNew ? (
          <EmptyCatalog onRegister={() => void setState({ new: true })} />
        ) : isEmpty ? (
          <NothingFound onClear={clear} />
        ) : (
          <EventTypeList
            label="Event types"
            catalog={catalog}
            peek={state.peek}
            onPeek={peek}
            onFilter={focusFilters}
            onFind={() => field.current?.focus()}
            covered={COVERED + 32}
          />
        )}
      </div>
      {state.peek !== null && <PeekPanel name={state.peek} onClose={() => peek(null)} />}
      {state.new && (
        <FormFor
          does="edit-catalog"
          about={NOBODYS}
          title="Register an event type"
          what="register an event type"
          onClose={() => void setState({ new: null })}
        >
          <RegisterDialog onClose={() => void setState({ new: null })} />
        </FormFor>
      )}
    </div>
  )
}

function headline(total: number, isPending: boolean): string {
  if (isPending) return 'Event types'
  return `${total.toLocaleString('en')} event ${total === 1 ? 'type' : 'types'}`
}
