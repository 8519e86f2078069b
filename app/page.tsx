import { PageHeader } from '@/components/shell/page-header'

export default function StartPage() {
  return <PageHeader title="Start" />
}
