import { expect, vi } from 'vitest'
import type { Draft } from '@/lib/contracts/draft'
import type { Receipts } from '@/lib/contracts/event'
import type { Replay } from '@/lib/contracts/replay'
import type { PublishedVersion } from '@/lib/contracts/schema-version'
import type { MadeToken } from '@/lib/contracts/token'
import { readHorizon } from '@/lib/server/stores/event-tail-store'
import { logPlaceName } from '@/lib/server/services/event/log-place'
import { addPerson } from './add-person'
import { ask, type Sent } from './door'

/** Planted where readers must not find them, each a word of its own so that a failure says which one got out. */
export const SECRETS = {
  sensitive: 'sensitiveemail',
  inside: 'sensitivestreet',
  nameInside: 'sensitivename',
  key: 'sensitivekey',
  markedLater: 'markedlater',
  changed: 'sensitivechanged',
  example: 'sensitiveexample',
  exampleMarkedLater: 'examplemarkedlater',
  draftExample: 'draftexample',
  draftUnmarked: 'draftunmarked',
  undeclared: 'undeclaredfield',
  nested: 'undeclarednested',
  meta: 'undeclaredmeta',
  conflict: 'conflictingbody',
  conflictMeta: 'conflictingmeta',
  quarantined: 'quarantinedtext',
  broken: 'brokentext',
  unknownType: 'unknowntype',
  unknownVersion: 'unknownversion',
} as const
/** What those who describe events have to see. */
export const OF_AUTHORS = [
  'undeclared',
  'nested',
  'meta',
  'quarantined',
  'broken',
  'unknownType',
  'unknownVersion',
  'conflictMeta',
]

const text = { type: 'string' }
const secret = { type: 'string', 'x-sensitive': true }
const before = {
  type: 'object',
  properties: {
    card_id: text,
    note: text,
    old_id: text,
    lines: { type: 'array', items: { type: 'object' } },
  },
}
export const after = {
  $id: 'https://walk.example/card',
  type: 'object',
  properties: {
    card_id: { type: 'string', 'x-key': true },
    iban: { type: 'string', 'x-key': true },
    note: secret,
    email: secret,
    owner_id: { ...secret, 'x-key': true },
    old_id: secret,
    address: { type: 'object', 'x-sensitive': true, additionalProperties: { type: 'integer' } },
    lines: { type: 'array', items: { type: 'object', properties: { sku: text } } },
  },
}

const send = (messages: unknown[]) =>
  ask('receiveEvents', { body: messages }).then(({ value }) => (value as Receipts).results)
export const message = (id: string, type: string, version: string, data: unknown, meta: object = {}) => ({
  data,
  meta: {
    event_id: id,
    schema: { name: type, version },
    created_at: '2026-11-20T10:00:00Z',
    trace_id: 'a-trace',
    ...meta,
  },
})
/** Whoever asks, by name: each with a token of their own. */
export const askers: Record<string, Sent> = { nobody: { token: null } }
/** What was planted, for the addresses of a walk. */
export const planted = { place: '', draft: '', versionId: '', quarantined: [] as string[] }

/** A catalog, events and a proposal with words in them that are not for everybody, and people of every role. */
export async function plantSecrets(): Promise<void> {
  planted.place = logPlaceName(await readHorizon())
  await ask('createOwner', { body: { slug: 'cards', name: 'Cards' } })
  await ask('createService', { body: { slug: 'shop', name: 'Shop', owner: 'cards' } })
  await ask('createDomain', { body: { slug: 'money', name: 'Money' } })
  for (const name of ['CardCreated', 'CardUpdated'])
    await ask('createEventType', { body: { name, kind: 'cud', entity: 'Card', owner: 'cards' } })
  const publish = async (name: string, label: string, schema: object, examples: unknown[] = []) => {
    const body = { label, schema, examples, breaking_reason: 'Both are asked for now' }
    return (await ask('publishVersion', { params: { name }, body })).value as PublishedVersion
  }
  await publish('CardUpdated', '1.0.0', before, [{ card_id: 'c', note: SECRETS.exampleMarkedLater }])
  // Received while nothing was marked, so its key is in the index.
  await send([
    message('early', 'CardUpdated', '1.0.0', {
      card_id: 'card-1',
      note: SECRETS.markedLater,
      old_id: SECRETS.markedLater,
    }),
  ])
  await publish('CardCreated', '2.0.0', after, [{ card_id: 'c', email: SECRETS.example }])
  planted.versionId = (
    await publish('CardUpdated', '2.0.0', after, [{ card_id: 'c', email: SECRETS.example }])
  ).version!.id
  const results = await send([
    message(
      'full',
      'CardUpdated',
      '2.0.0',
      {
        card_id: 'card-1',
        iban: 'DE-77',
        email: SECRETS.sensitive,
        owner_id: SECRETS.key,
        address: { [SECRETS.nameInside]: SECRETS.inside },
        other: SECRETS.undeclared,
        lines: [{ sku: 's', more: { deep: SECRETS.nested } }],
      },
      { user: SECRETS.meta, created_at: '2026-11-20T11:00:00Z', parent_event_id: 'early' },
    ),
    message(
      'changed',
      'CardUpdated',
      '2.0.0',
      {
        card_id: 'card-1',
        email: SECRETS.changed,
      },
      { created_at: '2026-11-20T12:00:00Z', parent_event_id: 'full' },
    ),
    message('newer', 'CardUpdated', '7.0.0', {
      card_id: 'card-1',
      what: SECRETS.unknownVersion,
      email: SECRETS.sensitive,
    }),
    ...Array.from({ length: 24 }, (_, i) =>
      message(`seen-${i}`, 'CardMelted', '1', { word: i % 2 ? SECRETS.unknownType : 'other', id: `x-${i}` }),
    ),
    { data: {}, [SECRETS.quarantined]: 1, meta: { event_id: 'no-event', note: SECRETS.quarantined } },
  ])
  planted.quarantined.push(results.at(-1)!.quarantine_id!)
  const line = await ask('receiveEvents', {
    text: `${SECRETS.broken} is no JSON`,
    headers: { 'content-type': 'application/x-ndjson' },
  })
  planted.quarantined.push((line.value as Receipts).results[0]!.quarantine_id!)
  const others = await send([
    message('changed', 'CardUpdated', '2.0.0', { card_id: 'card-1', email: SECRETS.conflict }),
    // Of a type that would hide nothing of it.
    message(
      'seen-0',
      'CardUpdated',
      '2.0.0',
      { word: 'w', email: SECRETS.conflict, note: SECRETS.conflict },
      { user: SECRETS.conflictMeta },
    ),
  ])
  expect(others.map(({ status }) => status)).toEqual(['conflict', 'conflict'])
  const body = {
    event_type: 'CardUpdated',
    // It takes back a mark that is published: until that is agreed on, nobody sees more.
    schema_text: JSON.stringify({ ...after, properties: { ...after.properties, old_id: text } }),
    examples_text: JSON.stringify([{ email: SECRETS.draftExample, old_id: SECRETS.draftUnmarked }]),
  }
  planted.draft = ((await ask('createDraft', { body })).value as Draft).id
  await ask('submitProposal', { params: { id: planted.draft }, revision: 1, body: {} })
  await ask('startReplay', { params: { id: planted.draft } })
  await vi.waitFor(async () => {
    const { value } = await ask('listReplays', { params: { id: planted.draft } })
    expect((value as { items: Replay[] }).items[0]!.state).toBe('done')
  }, 20_000)

  askers.reader = await addPerson('reader', 'reader', ['cards'])
  askers.author = await addPerson('author', 'author')
  askers.member = await addPerson('member', 'author', ['cards'])
  askers.reviewer = await addPerson('reviewer', 'reviewer')
  const narrow = await ask('createToken', {
    ...askers.reviewer,
    body: { name: 'narrow', scopes: ['catalog:read'] },
  })
  askers.token = { token: (narrow.value as MadeToken).secret }
  askers.administrator = await addPerson('administrator', 'administrator')
  const sender = await ask('createToken', {
    ...askers.author,
    body: { name: 'sender', scopes: ['events:write'] },
  })
  askers.sender = { token: (sender.value as MadeToken).secret }
}

/** The names of the planted words in an answer. */
export function secretsIn(body: string): string[] {
  return Object.entries(SECRETS).flatMap(([name, word]) => (body.includes(word) ? [name] : []))
}
