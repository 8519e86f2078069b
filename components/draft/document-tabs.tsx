import { useSearchParams } from 'next/navigation'
import { TabLinks } from '@/components/ui/tabs'

export const DOCUMENTS = ['schema', 'fields', 'examples'] as const
export type Document = (typeof DOCUMENTS)[number]

/** The texts of a draft, and the schema as a table. Which one is open is in the address. */
export function DocumentTabs({ current }: { current: Document }) {
  const query = useSearchParams()
  const hrefOf = (document: Document) => {
    // What else stands in the address stays: a proposal is only edited with `edit` in it.
    const wanted = new URLSearchParams(query)
    if (document === 'schema') wanted.delete('document')
    else wanted.set('document', document)
    return `?${wanted.toString()}`
  }
  return (
    <TabLinks
      label="Documents"
      tabs={[
        { href: hrefOf('schema'), label: 'Schema', current: current === 'schema' },
        { href: hrefOf('fields'), label: 'Fields', current: current === 'fields' },
        { href: hrefOf('examples'), label: 'Examples', current: current === 'examples' },
      ]}
    />
  )
}
