import 'server-only'
import type { Doer } from '@/lib/contracts/draft'
import type { Transaction } from '@/lib/server/database/connection'
import { isAtLeast } from '@/lib/domain/policy/policy'
import { leavingWords, type Leaving } from '@/lib/domain/news/leaving'
import { newsOf } from '@/lib/domain/news/news'
import { isMentioned, mentionsIn } from '@/lib/domain/review/mention'
import { whoIsTold, type Told } from '@/lib/domain/review/who-is-told'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { listActivePeople, type ActivePerson } from '@/lib/server/stores/person-store'
import { listSpeakers } from '@/lib/server/stores/proposal-store'
import { readServiceNames } from '@/lib/server/stores/service-store'
import { readParticipants } from '@/lib/server/stores/volume-store'
import type { HeldProposal } from '@/lib/server/services/proposal/hold-proposal'
import { tellInbox } from './tell-inbox'
import { tellNews } from './tell-news'

interface ToldOfProposal {
  readonly event: Told
  readonly by: Doer
  readonly body?: string
  /** Ids of the people behind the consumers, where they are concerned. */
  readonly consumers?: readonly string[]
  readonly version?: string
}

/**
 * Writes what happened to a proposal into the inboxes of those it concerns, and into the news, in the transaction that
 * does it. That it was published is the version's news.
 */
export async function tellOfProposal(
  { transaction, draft, proposal, read }: HeldProposal,
  { event, by, body = '', consumers = [], version }: ToldOfProposal,
): Promise<void> {
  if (event !== 'publish')
    await tellNews(transaction, {
      kind: newsOf[event],
      eventType: draft.event_type,
      owner: draft.owner?.slug ?? null,
      proposal: draft.id,
      by: by.name,
    })
  const { people, ownerMembers } = read
  if (people.length === 0) return
  const active = new Set(people.map(({ id }) => id))
  const only = (ids: readonly string[]) => ids.filter((id) => active.has(id))
  const needsReviewer =
    (proposal.isNewEventType && read.rules.reviewerForNew) ||
    (proposal.mayBreak && read.rules.reviewerForBreaking)
  const told = whoIsTold(
    event,
    {
      mentioned: mentioned(body, people),
      author: only(proposal.authors),
      spoke: only(await listSpeakers(transaction, draft.id)),
      owner: ownerMembers,
      reviewer: needsReviewer
        ? people.filter(({ role }) => isAtLeast(role, 'reviewer')).map(({ id }) => id)
        : [],
      consumer: only(consumers),
    },
    by.id,
  )
  await tellInbox(
    transaction,
    told.map(({ person, because }) => ({
      personId: person,
      because,
      kind: event,
      eventType: draft.event_type,
      draftId: draft.id,
      version,
      body: body.slice(0, 500),
      byName: by.name,
    })),
  )
}

/** Tells owners, consumers and the world that a published version, or a whole event type, is to be left. */
export async function tellOfLeaving(
  transaction: Transaction,
  told: Omit<ToldOfType, 'body'> & { readonly leaving: Leaving },
): Promise<void> {
  const { by, eventType, version, leaving, owners, consumers } = told
  const end = leaving.status === 'retired' ? 'retired' : 'deprecated'
  const event: Told = version === null ? `event-type-${end}` : `version-${end}`
  await tellNews(transaction, {
    kind: newsOf[event],
    eventType,
    owner: null,
    version,
    reason: leaving.status_reason,
    successor: leaving.successor,
    retiresOn: leaving.retires_on,
    by: by.name,
  })
  await tellTeams(transaction, event, {
    by,
    eventType,
    version,
    body: leavingWords(leaving),
    owners,
    consumers,
  })
}

/** Tells owners and consumers of a version that no proposal came before. Its news are told as it is published. */
export function tellOfPublication(transaction: Transaction, told: ToldOfType): Promise<void> {
  return tellTeams(transaction, 'publish', told)
}

/** What the people of a new version read about it. */
export function publicationWords(summary: string, breakingReason: string): string {
  return breakingReason === '' ? summary : `Knowing that it breaks somebody: ${breakingReason}`
}

interface ToldOfType {
  readonly by: Doer
  readonly eventType: string
  readonly version: string | null
  readonly body: string
  /** Ids of people. */
  readonly owners: readonly string[]
  readonly consumers: readonly string[]
}

async function tellTeams(
  transaction: Transaction,
  event: Told,
  { by, eventType, version, body, owners, consumers }: ToldOfType,
): Promise<void> {
  const audience = { mentioned: [], author: [], spoke: [], owner: owners, reviewer: [], consumer: consumers }
  await tellInbox(
    transaction,
    whoIsTold(event, audience, by.id).map(({ person, because }) => ({
      personId: person,
      because,
      kind: event,
      eventType,
      version: version ?? undefined,
      body: body.slice(0, 500),
      byName: by.name,
    })),
  )
}

function mentioned(body: string, people: readonly ActivePerson[]): string[] {
  const fullNames = people.map(({ name }) => name)
  const names = new Set(mentionsIn(body, fullNames))
  if (names.size === 0) return []
  return people.filter((person) => isMentioned(names, person)).map(({ id }) => id)
}

/** Ids of the people of an event type's owner, and of those whose services consume it: declared, or seen doing so. */
export async function readAudienceOfType(
  eventType: string,
): Promise<{ owners: string[]; consumers: string[] }> {
  const [people, catalog, seen, services] = await Promise.all([
    listActivePeople(),
    currentCatalog(),
    readParticipants(eventType),
    readServiceNames(),
  ])
  const row = catalog.entries.get(eventType)?.row
  const consuming = seen.filter(({ role }) => role === 'consumer').map(({ service }) => service)
  const teams = new Set(
    [...(row?.consumers ?? []), ...consuming].flatMap((slug) => services.get(slug)?.owner?.slug ?? []),
  )
  const of = (wanted: (owner: string) => boolean) =>
    people.filter(({ owners }) => owners.some(wanted)).map(({ id }) => id)
  return { owners: of((owner) => owner === row?.owner?.slug), consumers: of((owner) => teams.has(owner)) }
}
