import { TabLinks } from '@/components/ui/tabs'

export const documents = ['schema', 'examples'] as const
type Document = (typeof documents)[number]

/** The texts of a draft. Which one is open is in the address. */
export function DocumentTabs({ current }: { current: Document }) {
  return (
    <TabLinks
      label="Documents"
      tabs={[
        { href: '?', label: 'Schema', current: current === 'schema' },
        { href: '?document=examples', label: 'Examples', current: current === 'examples' },
      ]}
    />
  )
}
