import { TabLinks } from '@/components/ui/tabs'

export const DOCUMENTS = ['schema', 'fields', 'examples'] as const
export type Document = (typeof DOCUMENTS)[number]

/** The texts of a draft, and the schema as a table. Which one is open is in the address. */
export function DocumentTabs({ current }: { current: Document }) {
  return (
    <TabLinks
      label="Documents"
      tabs={[
        { href: '?', label: 'Schema', current: current === 'schema' },
        { href: '?document=fields', label: 'Fields', current: current === 'fields' },
        { href: '?document=examples', label: 'Examples', current: current === 'examples' },
      ]}
    />
  )
}
