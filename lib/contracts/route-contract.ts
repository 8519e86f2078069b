import { z } from 'zod'
import type { OperationId } from './endpoints'
import { identifierSchema } from './identifiers'
import type { ProblemSlug } from './problems'

/** The shapes of one call. `raw` bodies are read by the service itself, as bytes. */
export interface RouteContract {
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** A request without a body, and without a media type of one, stands for an empty object. */
  optionalBody?: true
  rawBody?: readonly string[]
  /** Needs `If-Match` with the revision one has read; answers carry `ETag`. */
  revisioned?: boolean
  /** Takes so long that it is given up where nobody waits for it any more: the service is given a `signal`. */
  givenUp?: true
  /** Status of success; 200 where absent, 204 without `response`. */
  status?: 200 | 201 | 202
  /** Where the status depends on what happened, such as 200 for what existed already. */
  statusOf?: (output: unknown) => number
  response?: z.ZodType
  /** Media type of an answer that is written bit by bit, in place of `response`. It may be gone on with by `Last-Event-ID`. */
  stream?: string
  problems: readonly ProblemSlug[]
}

/** Some of the calls, by operation id: each room of the API has a file of them. */
export type RouteContracts = Partial<Record<OperationId, RouteContract>>

/** Parts of addresses that several rooms have. */
export const idParams = z.object({ id: identifierSchema })
export const eventIdParams = z.object({ event_id: identifierSchema })
