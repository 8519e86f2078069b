import type { Metadata } from 'next'
import { ApiReference, type ApiDocument } from '@/components/api-docs/api-reference'
import { PageHeader } from '@/components/shell/page-header'
import { TextLink } from '@/components/ui/text-link'
import { openApiDocument } from '@/lib/contracts/openapi'
import { pageActor } from '@/lib/server/http/page-actor'
import packageFile from '@/package.json' with { type: 'json' }

export const metadata: Metadata = { title: 'API' }

export default async function ApiDocsPage() {
  await pageActor()
  return (
    <>
      <PageHeader
        title="API"
        facts={
          <span className="text-ink-2">
            under <code>/api/v1</code>, also as an{' '}
            <TextLink href="/api/openapi.json">OpenAPI document</TextLink>. Errors are RFC 9457 problem
            details; every call takes <code>Authorization: Bearer</code>.
          </span>
        }
      />
      <ApiReference document={openApiDocument(packageFile.version) as unknown as ApiDocument} />
    </>
  )
}
