import { May } from '@/components/shell/may'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Subject } from '@/lib/domain/policy/policy'

/** @param about whose it is: its owner, where the table of rights asks */
export function EditButton({ about, onClick }: { about?: Subject; onClick: () => void }) {
  return (
    <May does="edit-catalog" about={about}>
      <Button onClick={onClick}>
        <Icon name="edit" />
        Edit
      </Button>
    </May>
  )
}
