'use client'

import { addressOf } from '@/lib/client/api'
import { exportMembers, type ExportFormat } from '@/lib/domain/chain-view/export'
import type { ViewMember } from '@/lib/domain/chain-view/chain-view'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { saveAddress, saveFile } from './save-file'

const FORMATS: [format: ExportFormat, label: string, type: string][] = [
  ['csv', 'Table as CSV', 'text/csv'],
  ['json', 'Table as JSON', 'application/json'],
  ['ndjson', 'Table as NDJSON', 'application/x-ndjson'],
]

interface ExportMenuProps {
  focus: string
  /** In the order in which they go into the file. */
  members: () => readonly ViewMember[]
  /** The moment up to which the chain is shown; null for all of it. */
  knew: Date | null
}

export function ExportMenu({ focus, members, knew }: ExportMenuProps) {
  // Ids hold any character, file names do not.
  const name = `chain-${focus.replace(/[^\w.-]+/g, '-').slice(0, 80)}`
  return (
    <Menu
      trigger={
        <Button>
          Export <Icon name="chevron-down" />
        </Button>
      }
      items={[
        ...FORMATS.map(([format, label, type]) => ({
          id: format,
          label,
          onSelect: () => void saveFile(`${name}.${format}`, type, exportMembers(members(), format)),
        })),
        {
          id: 'envelopes',
          label: 'Envelopes as NDJSON',
          // Written to the disk as it comes: the page never holds it.
          onSelect: () =>
            saveAddress(
              `${name}.envelopes.ndjson`,
              addressOf('streamChainEnvelopes', { event_id: focus }, { received_until: knew?.toISOString() }),
            ),
        },
      ]}
    />
  )
}
