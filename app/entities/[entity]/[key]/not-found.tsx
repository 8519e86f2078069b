import { NoEntityKey } from '@/components/entity/no-entity-key'

export default function EntityKeyNotFound() {
  return <NoEntityKey />
}
