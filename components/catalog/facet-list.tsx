'use client'

import type { CatalogState, FilterName } from '@/lib/client/catalog-url'
import type { Facets } from '@/lib/contracts/event-type'
import { FacetGroup } from './facet-group'

const GROUPS = [
  ['Kind', 'kind'],
  ['Domain', 'domain'],
  ['Owner', 'owner'],
  ['Status', 'status'],
] as const

interface FacetListProps {
  facets: Facets
  state: CatalogState
  onChange: (name: FilterName, values: string[]) => void
}

export function FacetList({ facets, state, onChange }: FacetListProps) {
  return GROUPS.map(([title, name]) => (
    <FacetGroup
      key={name}
      title={title}
      name={name}
      facets={facets[name]}
      chosen={state[name]}
      onChange={(values) => onChange(name, values)}
    />
  ))
}
