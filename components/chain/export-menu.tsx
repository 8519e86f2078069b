'use client'

import { exportMembers, type ExportFormat } from '@/lib/domain/chain-view/export'
import type { ViewMember } from '@/lib/domain/chain-view/chain-view'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { collectEnvelopes } from './collect-envelopes'
import { saveFile } from './save-file'

/** Bodies are fetched one by one: more would keep the server busy for minutes. */
const MOST_ENVELOPES = 2_000

const FORMATS: [format: ExportFormat, label: string, type: string][] = [
  ['csv', 'Table as CSV', 'text/csv'],
  ['json', 'Table as JSON', 'application/json'],
  ['ndjson', 'Table as NDJSON', 'application/x-ndjson'],
]

export function ExportMenu({ focus, members }: { focus: string; members: readonly ViewMember[] }) {
  // Ids hold any character, file names do not.
  const name = `chain-${focus.replace(/[^\w.-]+/g, '-').slice(0, 80)}`
  function envelopes(): void {
    announce(`Collecting ${members.length} envelopes`)
    collectEnvelopes(members.map((member) => member.event_id)).then(
      (text) => saveFile(`${name}.envelopes.ndjson`, 'application/x-ndjson', text),
      () => announce('The envelopes could not be fetched. Try again.', 'problem'),
    )
  }
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
          onSelect: () => saveFile(`${name}.${format}`, type, exportMembers(members, format)),
        })),
        {
          id: 'envelopes',
          label: 'Envelopes as NDJSON',
          disabled: members.length > MOST_ENVELOPES,
          onSelect: envelopes,
        },
      ]}
    />
  )
}
