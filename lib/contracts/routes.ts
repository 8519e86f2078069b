import { z } from 'zod'
import { auditPageSchema, auditQuerySchema } from './audit'
import { chainSchema } from './chain'
import { chainColumnsSchema } from './chain-columns'
import { compatibilityAnswerSchema, compatibilityQuestionSchema } from './compatibility'
import { draftPageSchema, draftPatchSchema, draftQuerySchema, draftSchema, newDraftSchema } from './draft'
import type { OperationId } from './endpoints'
import {
  entityHistoryQuerySchema,
  entityHistorySchema,
  entityKeyParamsSchema,
  entityPageSchema,
  entityParamsSchema,
  entityQuerySchema,
  entitySchema,
} from './entity'
import {
  activitySchema,
  declarationBodySchema,
  eventTypePageSchema,
  eventTypePatchSchema,
  eventTypeQuerySchema,
  eventTypeSchema,
  newEventTypeSchema,
} from './event-type'
import {
  erasureBodySchema,
  eventPageSchema,
  eventQuerySchema,
  eventSchema,
  eventStreamQuerySchema,
  quarantinePageSchema,
  quarantinedSchema,
  receiptSchema,
  receiptsSchema,
  receiveQuerySchema,
} from './event'
import { expectationsSchema } from './expectation'
import { flowsQuerySchema, flowsSchema, flowStepQuerySchema, flowStepSchema, recountSchema } from './flow'
import { healthSchema } from './health'
import { identifierSchema } from './identifiers'
import { inboxPageSchema, inboxReadSchema, unreadSchema } from './inbox'
import { lintAnswerSchema, lintContextQuerySchema, lintContextSchema, lintQuestionSchema } from './lint'
import { pageQuerySchema } from './pages'
import {
  domainPageSchema,
  domainPatchSchema,
  domainSchema,
  newDomainSchema,
  newOwnerSchema,
  newServiceSchema,
  ownerPageSchema,
  ownerPatchSchema,
  ownerSchema,
  servicePageSchema,
  servicePatchSchema,
  serviceDetailSchema,
  serviceSchema,
} from './people'
import {
  invitationSchema,
  meSchema,
  newPersonSchema,
  personPageSchema,
  personPatchSchema,
  personSchema,
  signInOptionsSchema,
} from './person'
import type { ProblemSlug } from './problems'
import {
  draftRevisionSchema,
  newCommentSchema,
  newReviewSchema,
  publicationSchema,
  rebasedSchema,
  reviewSchema,
  revisionPageSchema,
  revisionParamsSchema,
  statementSchema,
  threadParamsSchema,
  threadPatchSchema,
} from './proposal'
import {
  publicationStatus,
  diffQuerySchema,
  diffSchema,
  newVersionSchema,
  publishedVersionSchema,
  schemaVersionPageSchema,
  schemaVersionSchema,
  versionParamsSchema,
  versionPatchSchema,
} from './schema-version'
import { replayPageSchema, replayParamsSchema, replaySchema } from './replay'
import { searchAnswerSchema, searchQuerySchema } from './search'
import { inferredSchemaSchema, seenTypePageSchema } from './seen-type'
import { settingsPatchSchema, settingsSchema } from './settings'
import { incidentsSchema } from './stop'
import { taskBodySchema, taskPageSchema, taskSchema } from './task'
import { madeTokenSchema, newTokenSchema, tokenPageSchema } from './token'
import { chainVariantSchema, variantsQuerySchema, variantsSchema } from './variant'
import { newWaiverSchema, waiverPageSchema, waiverParamsSchema, waiverSchema } from './waiver'

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
  /** Status of success; 200 where absent, 204 without `response`. */
  status?: 200 | 201 | 202
  /** Where the status depends on what happened, such as 200 for what existed already. */
  statusOf?: (output: unknown) => number
  response?: z.ZodType
  /** Media type of an answer that is written bit by bit, in place of `response`. It may be gone on with by `Last-Event-ID`. */
  stream?: string
  problems: readonly ProblemSlug[]
}

const name = z.object({ name: identifierSchema })
const slug = z.object({ slug: identifierSchema })
const id = z.object({ id: identifierSchema })
const eventId = z.object({ event_id: identifierSchema })
const nameAndService = z.object({ name: identifierSchema, service: identifierSchema })

/** What may be said of a call that changes a proposal as one has read it. */
const heldProblems = [
  'draft-not-found',
  'draft-not-open',
  'not-possible-now',
  'revision-mismatch',
  'precondition-required',
] as const

/** Every call of the public API. The OpenAPI document, the route handlers and the browser's client are all made from it. */
export const routes = {
  getHealth: { summary: 'Whether the server and its database answer', response: healthSchema, problems: [] },

  listEventTypes: {
    summary: 'Search the catalog',
    query: eventTypeQuerySchema,
    response: eventTypePageSchema,
    problems: ['invalid-cursor'],
  },
  createEventType: {
    summary: 'Register an event type',
    body: newEventTypeSchema,
    status: 201,
    response: eventTypeSchema,
    problems: ['already-exists'],
  },
  getEventType: {
    summary: 'One event type',
    params: name,
    response: eventTypeSchema,
    problems: ['event-type-not-found'],
  },
  updateEventType: {
    summary: 'Describe an event type',
    params: name,
    body: eventTypePatchSchema,
    response: eventTypeSchema,
    problems: ['event-type-not-found'],
  },
  getEventTypeActivity: {
    summary: 'Volume, versions in use, causes and effects of the last 30 days',
    params: name,
    response: activitySchema,
    problems: [],
  },
  listVersions: {
    summary: 'The schema versions of an event type, newest first',
    params: name,
    query: pageQuerySchema,
    response: schemaVersionPageSchema,
    problems: ['event-type-not-found'],
  },
  publishVersion: {
    summary: 'Publish a schema version; identical content answers the existing one',
    params: name,
    body: newVersionSchema,
    status: 201,
    statusOf: publicationStatus,
    response: publishedVersionSchema,
    problems: [
      'event-type-not-found',
      'label-taken',
      'invalid-schema',
      'findings-block',
      'version-not-found',
    ],
  },
  getVersion: {
    summary: 'One schema version by its label, or `latest`',
    params: versionParamsSchema,
    response: schemaVersionSchema,
    problems: ['event-type-not-found', 'version-not-found'],
  },
  updateVersion: {
    summary: 'Deprecate or retire a schema version, or make it active again; its schema never changes',
    params: versionParamsSchema,
    body: versionPatchSchema,
    response: schemaVersionSchema,
    problems: ['event-type-not-found', 'version-not-found'],
  },
  listWaivers: {
    summary: 'Findings of an event type that were waived, newest first; those taken back among them',
    params: name,
    response: waiverPageSchema,
    problems: [],
  },
  createWaiver: {
    summary: 'Waive a finding, with a reason that stays visible',
    params: name,
    body: newWaiverSchema,
    status: 201,
    response: waiverSchema,
    problems: ['already-exists', 'not-waivable'],
  },
  endWaiver: {
    summary: 'Take a waiver back; it stays on record',
    params: waiverParamsSchema,
    problems: ['waiver-not-found'],
  },
  declareProducer: {
    summary: 'Declare that a service produces this event type',
    params: nameAndService,
    body: declarationBodySchema,
    response: eventTypeSchema,
    problems: ['event-type-not-found', 'service-not-found'],
  },
  removeProducer: {
    summary: 'Take a declared producer back',
    params: nameAndService,
    problems: ['event-type-not-found', 'service-not-found'],
  },
  declareConsumer: {
    summary: 'Declare that a service consumes this event type',
    params: nameAndService,
    body: declarationBodySchema,
    response: eventTypeSchema,
    problems: ['event-type-not-found', 'service-not-found'],
  },
  removeConsumer: {
    summary: 'Take a declared consumer back',
    params: nameAndService,
    problems: ['event-type-not-found', 'service-not-found'],
  },
  getDiff: {
    summary: 'Changes between two versions, with the verdict in both directions',
    params: name,
    query: diffQuerySchema,
    response: diffSchema,
    problems: ['event-type-not-found', 'version-not-found'],
  },
  getSchema: {
    summary: 'A schema version by its id',
    params: id,
    response: schemaVersionSchema,
    problems: ['schema-not-found'],
  },
  checkCompatibility: {
    summary: 'Compare two schemas; nothing is stored',
    body: compatibilityQuestionSchema,
    response: compatibilityAnswerSchema,
    problems: ['invalid-schema'],
  },
  lint: {
    summary: 'Check a name and a schema against the rules; nothing is stored',
    body: lintQuestionSchema,
    response: lintAnswerSchema,
    problems: [],
  },
  getLintContext: {
    summary: 'What the rules know of the catalog: its names, its settings, the schemas of an entity',
    query: lintContextQuerySchema,
    response: lintContextSchema,
    problems: [],
  },

  listSeenTypes: {
    summary: 'Event types that are seen and not in the catalog',
    query: pageQuerySchema,
    response: seenTypePageSchema,
    problems: [],
  },
  inferSeenType: {
    summary: 'What the events of a type show of it, with a schema inferred from the latest',
    params: name,
    response: inferredSchemaSchema,
    problems: ['event-type-not-found'],
  },

  listEntities: {
    summary: 'Entities of the catalog, with the event types that tell of their changes',
    query: entityQuerySchema,
    response: entityPageSchema,
    problems: ['invalid-cursor'],
  },
  getEntity: {
    summary: 'One entity: its event types, where its key stands, what changed last',
    params: entityParamsSchema,
    response: entitySchema,
    problems: ['entity-not-found'],
  },
  streamEntitySnapshot: {
    summary: 'The state now of everything of an entity, as NDJSON, to start a copy from',
    params: entityParamsSchema,
    stream: 'application/x-ndjson',
    problems: ['entity-not-found'],
  },
  getEntityHistory: {
    summary: 'One entity by its key: its state at a time, its history, what is wrong in it, events about it',
    params: entityKeyParamsSchema,
    query: entityHistoryQuerySchema,
    response: entityHistorySchema,
    problems: ['entity-not-found', 'invalid-cursor'],
  },

  receiveEvents: {
    summary:
      'Receive one envelope, an array, or NDJSON; answers one result per event, in order, after the commit',
    query: receiveQuerySchema,
    rawBody: ['application/json', 'application/x-ndjson'],
    response: receiptsSchema,
    problems: [
      'malformed-json',
      'unsupported-media-type',
      'body-too-large',
      'too-many-events',
      'busy',
      'quarantine-full',
      'storage-full',
    ],
  },
  listEvents: {
    summary: 'Search events, newest first',
    query: eventQuerySchema,
    response: eventPageSchema,
    problems: ['invalid-cursor'],
  },
  streamEvents: {
    summary: 'Live tail: events in the order of their commits, as server-sent events',
    query: eventStreamQuerySchema,
    stream: 'text/event-stream',
    problems: ['busy', 'invalid-cursor'],
  },
  getEvent: { summary: 'One event', params: eventId, response: eventSchema, problems: ['event-not-found'] },
  getChain: {
    summary: 'The whole chain of an event',
    params: eventId,
    response: chainSchema,
    problems: ['event-not-found'],
  },
  getChainColumns: {
    summary: 'The whole chain of an event by columns, for screens that show large ones',
    params: eventId,
    response: chainColumnsSchema,
    problems: ['event-not-found'],
  },
  getExpectations: {
    summary: 'What should come next in the chain of an event, and what is overdue',
    params: eventId,
    response: expectationsSchema,
    problems: ['event-not-found'],
  },
  streamChainEnvelopes: {
    summary: 'The envelopes of a chain in reading order, as NDJSON',
    params: eventId,
    stream: 'application/x-ndjson',
    problems: ['event-not-found'],
  },
  eraseEvent: {
    summary: "Replace one event's data by a tombstone; id, hash and parent stay",
    params: eventId,
    body: erasureBodySchema,
    response: eventSchema,
    problems: ['event-not-found'],
  },
  listQuarantine: {
    summary: 'Messages that were no valid events, newest first',
    query: pageQuerySchema,
    response: quarantinePageSchema,
    problems: ['invalid-cursor'],
  },
  getQuarantined: {
    summary: 'One message in quarantine, whole',
    params: id,
    response: quarantinedSchema,
    problems: ['quarantined-not-found'],
  },
  retryQuarantined: {
    summary: 'Receive a quarantined message once more',
    params: id,
    response: receiptSchema,
    problems: ['quarantined-not-found'],
  },
  getFlows: {
    summary: 'Event types and the measured edges between them',
    query: flowsQuerySchema,
    response: flowsSchema,
    problems: [],
  },
  getFlowStep: {
    summary: 'One measured edge: delay histogram, course over time, versions and services',
    query: flowStepQuerySchema,
    response: flowStepSchema,
    problems: [],
  },
  listVariants: {
    summary: 'Chains of the last 30 days by shape, most frequent first',
    query: variantsQuerySchema,
    response: variantsSchema,
    problems: [],
  },
  getChainVariant: {
    summary: 'How rare the shape of a chain is, beside the nearest usual one, step by step',
    params: eventId,
    response: chainVariantSchema,
    problems: ['event-not-found'],
  },
  listIncidents: {
    summary: 'Where more chains than usual stop, one incident an item',
    response: incidentsSchema,
    problems: [],
  },
  recountFlows: {
    summary: 'Count flows anew from the stored events and put right what differs',
    response: recountSchema,
    problems: [],
  },

  listDrafts: {
    summary: 'Drafts, last changed first',
    query: draftQuerySchema,
    response: draftPageSchema,
    problems: ['invalid-cursor'],
  },
  createDraft: {
    summary: 'Start a draft',
    body: newDraftSchema,
    status: 201,
    response: draftSchema,
    problems: ['version-not-found', 'owner-not-found', 'domain-not-found'],
  },
  getDraft: { summary: 'One draft', params: id, response: draftSchema, problems: ['draft-not-found'] },
  updateDraft: {
    summary: 'Save a draft',
    params: id,
    body: draftPatchSchema,
    revisioned: true,
    response: draftSchema,
    problems: [...heldProblems, 'owner-not-found', 'domain-not-found', 'invalid-schema'],
  },
  withdrawDraft: {
    summary: 'Withdraw a draft; it stays readable',
    params: id,
    problems: ['draft-not-found', 'draft-not-open'],
  },
  publishDraft: {
    summary: 'Publish a draft as the next version of its event type',
    params: id,
    body: publicationSchema,
    optionalBody: true,
    revisioned: true,
    statusOf: publicationStatus,
    response: publishedVersionSchema,
    problems: [
      'draft-not-found',
      'draft-not-open',
      'review-needed',
      'not-approved',
      'rebase-needed',
      'reason-needed',
      'revision-mismatch',
      'precondition-required',
      'label-taken',
      'invalid-schema',
      'findings-block',
    ],
  },
  rebaseDraft: {
    summary: 'Bring a draft together with the version published meanwhile',
    params: id,
    revisioned: true,
    response: rebasedSchema,
    problems: [...heldProblems, 'invalid-schema'],
  },
  listRevisions: {
    summary: 'Every saved revision of a draft, newest first',
    params: id,
    query: pageQuerySchema,
    response: revisionPageSchema,
    problems: ['draft-not-found', 'invalid-cursor'],
  },
  getRevision: {
    summary: 'One revision of a draft with its texts',
    params: revisionParamsSchema,
    response: draftRevisionSchema,
    problems: ['draft-not-found', 'revision-not-found'],
  },
  restoreRevision: {
    summary: 'Go back to a revision: its texts become the next one',
    params: revisionParamsSchema,
    revisioned: true,
    response: draftSchema,
    problems: [...heldProblems, 'revision-not-found', 'invalid-schema'],
  },
  getReview: {
    summary: 'Where a proposal stands: reviews, comments, what is missing, what one may do',
    params: id,
    response: reviewSchema,
    problems: ['draft-not-found'],
  },
  submitProposal: {
    summary: 'Hand a draft in for review',
    params: id,
    body: statementSchema,
    optionalBody: true,
    revisioned: true,
    response: reviewSchema,
    problems: [...heldProblems, 'invalid-schema'],
  },
  reviewProposal: {
    summary: 'Comment, approve or request changes, with comments at fields, all at once',
    params: id,
    body: newReviewSchema,
    revisioned: true,
    status: 201,
    response: reviewSchema,
    problems: [...heldProblems, 'thread-not-found'],
  },
  declineProposal: {
    summary: 'Decline a proposal; it stays readable and can be opened again',
    params: id,
    body: statementSchema,
    optionalBody: true,
    response: reviewSchema,
    problems: ['draft-not-found', 'not-possible-now'],
  },
  reopenProposal: {
    summary: 'Make a declined or withdrawn proposal a draft again',
    params: id,
    response: reviewSchema,
    problems: ['draft-not-found', 'not-possible-now'],
  },
  addComment: {
    summary: 'Comment on a field of a proposal, or answer',
    params: id,
    body: newCommentSchema,
    status: 201,
    response: reviewSchema,
    problems: ['draft-not-found', 'thread-not-found'],
  },
  updateThread: {
    summary: 'Resolve a thread of comments, or open it again',
    params: threadParamsSchema,
    body: threadPatchSchema,
    response: reviewSchema,
    problems: ['draft-not-found', 'thread-not-found'],
  },
  listReplays: {
    summary: 'What a draft would do to the stored events of its type, last replays first',
    params: id,
    response: replayPageSchema,
    problems: ['draft-not-found'],
  },
  startReplay: {
    summary: 'Hold a draft against every event of its type of the last 30 days, in the background',
    params: id,
    status: 202,
    response: replaySchema,
    problems: ['draft-not-found', 'invalid-schema'],
  },
  cancelReplay: {
    summary: 'Stop a replay; what it found so far stays',
    params: replayParamsSchema,
    problems: ['draft-not-found', 'replay-not-found'],
  },

  listInbox: {
    summary: 'What whoever asks was told, newest first',
    query: pageQuerySchema,
    response: inboxPageSchema,
    problems: ['invalid-cursor'],
  },
  getUnread: { summary: 'How much of the inbox is not read', response: unreadSchema, problems: [] },
  readInbox: {
    summary: 'Mark one thing of the inbox as read, or all up to one',
    body: inboxReadSchema,
    response: unreadSchema,
    problems: [],
  },

  listOwners: { summary: 'Owners', query: pageQuerySchema, response: ownerPageSchema, problems: [] },
  createOwner: {
    summary: 'Add an owner',
    body: newOwnerSchema,
    status: 201,
    response: ownerSchema,
    problems: ['already-exists', 'domain-not-found'],
  },
  getOwner: { summary: 'One owner', params: slug, response: ownerSchema, problems: ['owner-not-found'] },
  updateOwner: {
    summary: 'Describe an owner',
    params: slug,
    body: ownerPatchSchema,
    response: ownerSchema,
    problems: ['owner-not-found', 'domain-not-found'],
  },
  listServices: { summary: 'Services', query: pageQuerySchema, response: servicePageSchema, problems: [] },
  createService: {
    summary: 'Add a service',
    body: newServiceSchema,
    status: 201,
    response: serviceSchema,
    problems: ['already-exists', 'owner-not-found', 'domain-not-found'],
  },
  getService: {
    summary: 'One service, with what it produces and consumes',
    params: slug,
    response: serviceDetailSchema,
    problems: ['service-not-found'],
  },
  updateService: {
    summary: 'Describe a service',
    params: slug,
    body: servicePatchSchema,
    response: serviceDetailSchema,
    problems: ['service-not-found', 'owner-not-found', 'domain-not-found'],
  },
  listDomains: { summary: 'Domains', query: pageQuerySchema, response: domainPageSchema, problems: [] },
  createDomain: {
    summary: 'Add a domain',
    body: newDomainSchema,
    status: 201,
    response: domainSchema,
    problems: ['already-exists'],
  },
  getDomain: { summary: 'One domain', params: slug, response: domainSchema, problems: ['domain-not-found'] },
  updateDomain: {
    summary: 'Describe a domain',
    params: slug,
    body: domainPatchSchema,
    response: domainSchema,
    problems: ['domain-not-found'],
  },

  getMe: { summary: 'Who asks, and what they are', response: meSchema, problems: [] },
  getSignIn: {
    summary: 'Which ways of signing in there are now',
    response: signInOptionsSchema,
    problems: [],
  },
  listPeople: {
    summary: 'People who may sign in',
    query: pageQuerySchema,
    response: personPageSchema,
    problems: ['invalid-cursor'],
  },
  createPerson: {
    summary: 'Add a person who may sign in',
    body: newPersonSchema,
    status: 201,
    response: personSchema,
    problems: ['already-exists', 'owner-not-found'],
  },
  updatePerson: {
    summary: 'Give somebody a role and memberships, or let them sign in no more',
    params: id,
    body: personPatchSchema,
    response: personSchema,
    problems: ['person-not-found', 'owner-not-found', 'last-administrator'],
  },
  invitePerson: {
    summary: 'Make a link with which somebody chooses a password',
    params: id,
    status: 201,
    response: invitationSchema,
    problems: ['person-not-found'],
  },
  listAudit: {
    summary: 'Who did what to versions, rights, tokens and settings, newest first',
    query: auditQuerySchema,
    response: auditPageSchema,
    problems: ['invalid-cursor'],
  },
  listTokens: {
    summary: 'Your tokens, newest first; everybody’s for an administrator',
    response: tokenPageSchema,
    problems: [],
  },
  createToken: {
    summary: 'Make a token for programs; its secret is shown this once',
    body: newTokenSchema,
    status: 201,
    response: madeTokenSchema,
    problems: ['service-not-found'],
  },
  revokeToken: { summary: 'Revoke a token', params: id, problems: ['token-not-found'] },

  search: {
    summary: 'Find anything: event types, fields, owners, services, domains, events, traces, business keys',
    query: searchQuerySchema,
    response: searchAnswerSchema,
    problems: [],
  },
  getSettings: { summary: 'Settings of this installation', response: settingsSchema, problems: [] },
  updateSettings: {
    summary: 'Change settings',
    body: settingsPatchSchema,
    response: settingsSchema,
    problems: [],
  },
  listTasks: {
    summary: 'Long work: running, and ended within the last hour',
    response: taskPageSchema,
    problems: [],
  },
  putTask: {
    summary: 'Report progress of long work',
    params: id,
    body: taskBodySchema,
    response: taskSchema,
    problems: [],
  },
} as const satisfies Record<OperationId, RouteContract>

type Routes = typeof routes
type Input<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a caller hands over and gets back, by operation id. */
export type CallInput<Id extends OperationId> = (Routes[Id] extends { params: infer P extends z.ZodType }
  ? { params: z.input<P> }
  : unknown) &
  (Routes[Id] extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : unknown) &
  (Routes[Id] extends { body: infer B extends z.ZodType }
    ? Routes[Id] extends { optionalBody: true }
      ? { body?: Input<B> }
      : { body: Input<B> }
    : unknown) &
  (Routes[Id] extends { revisioned: true } ? { revision: number } : unknown)
export type CallOutput<Id extends OperationId> = Routes[Id] extends { response: infer R extends z.ZodType }
  ? z.output<R>
  : Routes[Id] extends { stream: string }
    ? ReadableStream<Uint8Array>
    : undefined
