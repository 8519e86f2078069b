import type { Json } from '@/lib/domain/json/json'
import { CodeBlock } from '@/components/ui/code-block'
import { Tag } from '@/components/ui/tag'
import { curlExample } from './curl-example'

interface Operation {
  operationId: string
  summary: string
  tags: string[]
  parameters: { name: string; in: string; required: boolean; description?: string; schema: unknown }[]
  requestBody?: { content: Record<string, { schema?: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: unknown }> }>
}

export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>
  components: Json
}

interface Call extends Operation {
  method: string
  path: string
}

/** The OpenAPI document for people: every call with its parameters, bodies and problems, grouped by what it is about. */
export function ApiReference({ document }: { document: ApiDocument }) {
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Call => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  )
  return (
    <div className="flex flex-col gap-6 px-5 pb-10">
      {[...groupByTag(calls)].map(([tag, members]) => (
        <section key={tag} aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`} className="mb-2 text-base font-semibold">
            {tag}
          </h2>
          <div className="rounded-lg border border-line bg-surface">
            {members.map((call) => (
              <CallDetails key={call.operationId} call={call} components={document.components} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function groupByTag(calls: readonly Call[]): Map<string, Call[]> {
  const groups = new Map<string, Call[]>()
  for (const call of calls) groups.set(call.tags[0] ?? '', [...(groups.get(call.tags[0] ?? '') ?? []), call])
  return groups
}

function CallDetails({ call, components }: { call: Call; components: Json }) {
  return (
    <details id={call.operationId} className="border-b border-line last:border-b-0">
      <summary className="flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover">
        <Tag tone={call.method === 'GET' ? 'neutral' : 'accent'} className="font-mono">
          {call.method}
        </Tag>
        <code>{call.path}</code>
        <span className="text-ink-2">{call.summary}</span>
      </summary>
      <div className="flex flex-col gap-4 border-t border-line px-3 py-3">
        {call.parameters.length > 0 && <Parameters parameters={call.parameters} />}
        {Object.entries(call.requestBody?.content ?? {}).map(([type, { schema }]) => (
          <Shape key={type} title={`Body, ${type}`} schema={schema} />
        ))}
        <Responses responses={call.responses} />
        <div>
          <h3 className="mb-1 font-semibold">In a shell</h3>
          <CodeBlock label={`${call.summary}, in a shell`} className="rounded-md bg-sunken px-2.5 py-1.5">
            {curlExample(call, components)}
          </CodeBlock>
        </div>
      </div>
    </details>
  )
}

function Parameters({ parameters }: { parameters: Operation['parameters'] }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">Parameters</h3>
      <ul className="flex flex-col gap-1">
        {parameters.map((parameter) => (
          <li key={`${parameter.in} ${parameter.name}`} className="flex flex-wrap gap-x-2">
            <code>{parameter.name}</code>
            <span className="text-ink-3">
              {parameter.in}
              {parameter.required ? ', required' : ''}
            </span>
            {parameter.description !== undefined && (
              <span className="text-ink-2">{parameter.description}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Responses({ responses }: { responses: Operation['responses'] }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">Answers</h3>
      <ul className="flex flex-col gap-2">
        {Object.entries(responses).map(([status, { description, content }]) => (
          <li key={status}>
            <code>{status}</code> <span className="text-ink-2">{description}</span>
            {Number(status) < 300 && <Shape title="Shape" schema={content?.['application/json']?.schema} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Shape({ title, schema }: { title: string; schema: unknown }) {
  if (schema === undefined) return <p className="text-ink-2">{title}: read as it is</p>
  return (
    <details className="mt-1">
      <summary className="min-h-6 cursor-pointer text-ink-2 hover:text-ink">{title}</summary>
      <CodeBlock label={title} className="mt-1 max-h-96 rounded-md bg-sunken px-2.5 py-1.5">
        {JSON.stringify(schema, null, 2)}
      </CodeBlock>
    </details>
  )
}
