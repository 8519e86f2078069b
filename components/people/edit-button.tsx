import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

export function EditButton({ onClick }: { onClick: () => void }) {
  return (
    <Button onClick={onClick}>
      <Icon name="edit" />
      Edit
    </Button>
  )
}
