import { z } from 'zod'
import { endpoints, type OperationId } from './endpoints'
import { identifierSchema } from './identifiers'
import { problemDetailsSchema } from './problem-details'
import { problems } from './problems'
import type { RouteContract } from './route-contract'
import { routes } from './routes'

type Document = Record<string, unknown>

/** Problems every call may answer. */
const common = ['invalid-request', 'unauthorized', 'forbidden', 'internal'] as const

/** The OpenAPI 3.1 document of the public API, made from the contracts alone. */
export function openApiDocument(version: string): Document {
  const paths: Record<string, Document> = {}
  for (const [id, [method, path]] of Object.entries(endpoints)) {
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(id as OperationId, path) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pasttense',
      version,
      description:
        'The event catalog and explorer. Errors are RFC 9457 problem details; lists page by cursor; times are RFC 3339.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, {}],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: jsonSchemaOf(problemDetailsSchema, 'output'),
        Identifier: jsonSchemaOf(identifierSchema, 'input'),
      },
    },
  }
}

function operation(id: OperationId, path: string): Document {
  const contract: RouteContract = routes[id]
  return {
    operationId: id,
    summary: contract.summary,
    tags: [path.split('/')[1]],
    parameters: [
      ...parametersOf(contract.params, 'path'),
      ...parametersOf(contract.query, 'query'),
      ...revisionParameter(contract),
    ],
    ...bodyOf(contract),
    responses: responsesOf(contract),
  }
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): Document[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }))
}

function revisionParameter({ revisioned }: RouteContract): Document[] {
  return revisioned
    ? [
        {
          name: 'If-Match',
          in: 'header',
          required: true,
          schema: { type: 'string' },
          description: 'The ETag of the revision you have read',
        },
      ]
    : []
}

function bodyOf({ body, rawBody, optionalBody }: RouteContract): Document {
  if (rawBody)
    return { requestBody: { required: true, content: Object.fromEntries(rawBody.map((type) => [type, {}])) } }
  if (!body) return {}
  return {
    requestBody: {
      required: !optionalBody,
      content: { 'application/json': { schema: jsonSchemaOf(body, 'input') } },
    },
  }
}

function responsesOf(contract: RouteContract): Document {
  const success = contract.stream
    ? {
        200: {
          description: contract.summary,
          content: { [contract.stream]: { schema: { type: 'string' } } },
        },
      }
    : contract.response
      ? Object.fromEntries(
          successStatuses(contract).map((status) => [
            status,
            {
              description: contract.summary,
              content: { 'application/json': { schema: jsonSchemaOf(contract.response!, 'output') } },
            },
          ]),
        )
      : { 204: { description: 'Done' } }
  const byStatus = new Map<number, string[]>()
  for (const slug of [...common, ...contract.problems]) {
    const [status, title] = problems[slug]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${slug}\`: ${title}`])
  }
  const failures = [...byStatus].map(([status, lines]) => [
    status,
    {
      description: lines.join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return { ...success, ...(Object.fromEntries(failures) as Document) }
}

/** Where the status depends on what happened it is one of publishing: existing, new, or proposed. */
function successStatuses({ status, statusOf }: RouteContract): number[] {
  return statusOf ? [200, 201, 202] : [status ?? 200]
}

/** Named schemas stand among the document's components: a reference inside it starts at the document's root. */
function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Document {
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema }) => delete jsonSchema.id,
  })
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/')) as Document
}
