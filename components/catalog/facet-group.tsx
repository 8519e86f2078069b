'use client'

import { useState, type ReactNode } from 'react'
import { EventGlyph } from '@/components/event/event-glyph'
import { Checkbox } from '@/components/ui/checkbox'
import type { FilterName } from '@/lib/client/catalog-url'
import type { Facet } from '@/lib/contracts/event-type'

/** Values shown before one asks for the rest. */
const SHOWN = 8

interface FacetGroupProps {
  title: string
  name: FilterName
  facets: readonly Facet[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** The values of one filter, each with how many rows it would leave. */
export function FacetGroup({ title, name, facets, chosen, onChange }: FacetGroupProps) {
  const [all, setAll] = useState(false)
  const values = withChosen(facets, chosen)
  const shown = all ? values : values.filter((facet, index) => index < SHOWN || chosen.includes(facet.value))
  if (values.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{title}</legend>
      {shown.map((facet) => (
        <Checkbox
          key={facet.value}
          name={name}
          checked={chosen.includes(facet.value)}
          onChange={(event) =>
            onChange(
              event.target.checked
                ? [...chosen, facet.value]
                : chosen.filter((value) => value !== facet.value),
            )
          }
          label={facetLabel(name, facet)}
          aside={facet.count.toLocaleString('en')}
        />
      ))}
      {values.length > shown.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-0.5 h-6 rounded-sm text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
        >
          {values.length - shown.length} more
        </button>
      )}
    </fieldset>
  )
}

/** What is chosen stays visible (and can be taken back) even where nothing has it any more. */
function withChosen(facets: readonly Facet[], chosen: readonly string[]): Facet[] {
  const missing = chosen.filter((value) => !facets.some((facet) => facet.value === value))
  return [...facets, ...missing.map((value) => ({ value, label: value, count: 0 }))]
}

function facetLabel(name: FilterName, { value, label }: Facet): ReactNode {
  if (name === 'status') return label.charAt(0).toUpperCase() + label.slice(1)
  if (name !== 'kind') return label
  return (
    <>
      <span aria-hidden>
        <EventGlyph kind={value === 'cud' ? 'cud' : 'domain'} />
      </span>
      {value === 'cud' ? 'CUD' : 'Domain'}
    </>
  )
}
