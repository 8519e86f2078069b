'use client'

import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { useInBrowser } from '@/components/ui/use-in-browser'
import { paths } from '@/lib/client/paths'

/** Before the first event: what would be here, and a command that makes it so. */
export function EmptyExplore() {
  const origin = useInBrowser(() => window.location.origin, 'http://127.0.0.1:3000')
  const command = curlExample(origin)
  return (
    <div className="mx-auto w-full max-w-2xl px-5 py-14">
      <h2 className="text-base font-semibold">No events yet</h2>
      <p className="mt-1 text-ink-2">
        Events that services send to <code>POST /api/v1/events</code> appear here, newest first, each in its
        chain. Send the first one from a terminal:
      </p>
      <div className="relative mt-3 rounded-lg border border-line bg-surface">
        <CodeBlock label="Command that sends an event" className="p-3 pr-12">
          {command}
        </CodeBlock>
        <CopyButton text={command} what="command" className="absolute top-2 right-2 bg-surface" />
      </div>
      <p className="mt-2 text-ink-3">
        One envelope, an array, or NDJSON; each is answered by itself. <code>PASTTENSE_TOKEN</code> is the
        installation’s token, in the file <code>token</code> of its data folder, or one of your own, from{' '}
        <TextLink href={paths.settings('tokens')}>Settings</TextLink>.
      </p>
      <p className="mt-4">
        <LinkButton href="/api/docs">Read the API</LinkButton>
      </p>
    </div>
  )
}

function curlExample(origin: string): string {
  return `curl ${origin}/api/v1/events \\
  -H "Authorization: Bearer $PASTTENSE_TOKEN" \\
  -H 'content-type: application/json' -d '{
  "data": { "report_id": 17, "pages": 3 },
  "meta": {
    "event_id": "'$(uuidgen)'",
    "created_at": "'$(date -u +%FT%TZ)'",
    "schema": { "name": "ReportFilled", "version": "1.0.0" },
    "owner_id": "reporting"
  }
}'`
}
