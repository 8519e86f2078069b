import { z } from 'zod'
import { comparingProblems, compatibilityAnswerSchema, compatibilityQuestionSchema } from './compatibility'
import {
  activitySchema,
  declarationBodySchema,
  eventTypePageSchema,
  eventTypePatchSchema,
  eventTypeQuerySchema,
  eventTypeSchema,
  newEventTypeSchema,
} from './event-type'
import { identifierSchema } from './identifiers'
import { lintAnswerSchema, lintContextQuerySchema, lintContextSchema, lintQuestionSchema } from './lint'
import { pageQuerySchema } from './pages'
import { idParams, type RouteContracts } from './route-contract'
import {
  referencedQuerySchema,
  referencedSchema,
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
import {
  inferredSchemaSchema,
  seenTypeListQuerySchema,
  seenTypePageSchema,
  seenTypeQuerySchema,
} from './seen-type'
import { newWaiverSchema, waiverPageSchema, waiverParamsSchema, waiverSchema } from './waiver'

const name = z.object({ name: identifierSchema })
const nameAndService = z.object({ name: identifierSchema, service: identifierSchema })

/** Event types, their versions, rules and verdicts, and what is seen without being in the catalog. */
export const catalogRoutes = {
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
    problems: ['already-exists', 'event-type-not-found', 'not-a-successor'],
  },
  getEventType: {
    summary: 'One event type',
    params: name,
    response: eventTypeSchema,
    problems: ['event-type-not-found'],
  },
  updateEventType: {
    summary: 'Describe an event type, deprecate or retire it',
    params: name,
    body: eventTypePatchSchema,
    response: eventTypeSchema,
    problems: ['event-type-not-found', 'not-a-successor'],
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
    givenUp: true,
    status: 201,
    statusOf: publicationStatus,
    response: publishedVersionSchema,
    problems: [
      'event-type-not-found',
      'label-taken',
      'invalid-schema',
      'findings-block',
      'version-not-found',
      'reason-needed',
      ...comparingProblems,
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
    givenUp: true,
    response: diffSchema,
    problems: ['event-type-not-found', 'version-not-found', ...comparingProblems],
  },
  listReferenced: {
    summary: 'Schemas by their `$id`, with all that they refer to: of several versions the last published',
    query: referencedQuerySchema,
    response: referencedSchema,
    problems: [],
  },
  getSchema: {
    summary: 'A schema version by its id',
    params: idParams,
    response: schemaVersionSchema,
    problems: ['schema-not-found'],
  },
  checkCompatibility: {
    summary: 'Compare two schemas; nothing is stored',
    body: compatibilityQuestionSchema,
    givenUp: true,
    response: compatibilityAnswerSchema,
    problems: ['invalid-schema', ...comparingProblems],
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
    summary: 'Event types that are seen and not in the catalog, by name or with the most events first',
    query: seenTypeListQuerySchema,
    response: seenTypePageSchema,
    problems: [],
  },
  inferSeenType: {
    summary:
      'What the events of a type, or of one version of it, show of it, with a schema inferred from the latest',
    params: name,
    query: seenTypeQuerySchema,
    response: inferredSchemaSchema,
    problems: ['event-type-not-found'],
  },
} as const satisfies RouteContracts
