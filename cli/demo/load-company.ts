import { call, type ApiOptions } from '@/lib/client/api'
import type { DemoEventType, DemoVersion } from '@/prisma/demo/company'
import { domains } from '@/prisma/demo/domains'
import { eventTypes } from '@/prisma/demo/event-types'
import { owners } from '@/prisma/demo/owners'
import { people } from '@/prisma/demo/people'
import { services } from '@/prisma/demo/services'
import { unlessThere } from '../import/import-people'

const DAY_MS = 86_400_000
/** Requests under way at a time: enough to be quick, few enough to leave the server to others. */
const PARALLEL = 6

/**
 * Domains, owners, services, people and event types with their versions and participants.
 *
 * @returns `loaded`: the moment from which the company's past is counted. A second loading finds the first one's, so
 *   that the same history comes out again.
 */
export async function loadCompany(
  api: ApiOptions,
  onProgress: (sentence: string) => void,
): Promise<{ loaded: Date; loadedBefore: boolean }> {
  await forEach(domains, (body) => unlessThere(call('createDomain', { body }, api)))
  await forEach(owners, (body) => unlessThere(call('createOwner', { body }, api)))
  await forEach(services, (body) => unlessThere(call('createService', { body }, api)))
  // One after another: /sign-in offers them in the order in which they came.
  for (const body of people) await unlessThere(call('createPerson', { body: { ...body, demo: true } }, api))
  onProgress(
    `${domains.length} domains, ${owners.length} owners, ${services.length} services and ${people.length} people`,
  )
  const now = new Date()
  const loaded = await dayZero(eventTypes[0]!, now, api)
  await forEach(eventTypes.slice(1), (type) => loadEventType(type, loaded, api))
  // What one is left for has to be there.
  await forEach(eventTypes, (type) => leave(type, loaded, api))
  const versions = eventTypes.flatMap((type) => type.versions).length
  onProgress(`${eventTypes.length} event types in ${versions} versions`)
  return { loaded, loadedBefore: loaded.getTime() !== now.getTime() }
}

/** The first version of the first event type remembers when the company was loaded. */
async function dayZero(type: DemoEventType, now: Date, api: ApiOptions): Promise<Date> {
  const { published_at, days_ago } = await loadEventType(type, now, api)
  return new Date(Date.parse(published_at) + days_ago * DAY_MS)
}

async function loadEventType(type: DemoEventType, loaded: Date, api: ApiOptions) {
  const { name, kind, entity, operation, owner, domain, description, leaving } = type
  const status = leaving === null ? type.status : undefined
  const body = { name, kind, entity, operation, owner, domain, status, description }
  await unlessThere(call('createEventType', { body }, api))
  const first = await publish(name, type.versions[0], loaded, api)
  // In order: the ordinal of a version is its place in the order of publication.
  for (const version of type.versions.slice(1)) await publish(name, version, loaded, api)
  for (const service of type.producers) {
    await call('declareProducer', { params: { name, service }, body: {} }, api)
  }
  for (const [service, fields] of Object.entries(type.consumers)) {
    await call('declareConsumer', { params: { name, service }, body: { fields: [...fields] } }, api)
  }
  return { published_at: first, days_ago: type.versions[0].days_ago }
}

/** Tells those who consume it that it is to be left; a second loading changes nothing, and tells nobody. */
async function leave({ name, status, leaving }: DemoEventType, loaded: Date, api: ApiOptions): Promise<void> {
  if (leaving === null) return
  const { reason: status_reason, successor, days } = leaving
  const retires_on = new Date(loaded.getTime() + days * DAY_MS).toISOString().slice(0, 10)
  const body = { status, status_reason, successor, retires_on }
  await call('updateEventType', { params: { name }, body }, api)
}

/** @returns when the version was published: now as told, or as an earlier loading said */
async function publish(name: string, version: DemoVersion, loaded: Date, api: ApiOptions): Promise<string> {
  const { label, schema, examples, notes, days_ago } = version
  const published_at = new Date(loaded.getTime() - days_ago * DAY_MS).toISOString()
  const body = { label, schema, examples, notes, published_at }
  const answer = await call('publishVersion', { params: { name }, body }, api)
  return answer.version?.published_at ?? published_at
}

async function forEach<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values()
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
}
