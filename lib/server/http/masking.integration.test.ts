import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { Draft } from '@/lib/contracts/draft'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import type { EntityHistory } from '@/lib/contracts/entity'
import type { Event, Quarantined, Receipts } from '@/lib/contracts/event'
import type { Review } from '@/lib/contracts/proposal'
import type { Replay } from '@/lib/contracts/replay'
import type { Waiver } from '@/lib/contracts/waiver'
import { MASKS } from '@/lib/domain/masking/mask-text'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { ask, type Sent } from './testing/door'
import { bodyOf, calls, MEANT_TO_TELL, NOT_OF_EVENTS, reads } from './testing/masking-walk'
import {
  after,
  askers,
  message,
  OF_AUTHORS,
  planted,
  plantSecrets,
  SECRETS,
  secretsIn,
} from './testing/masking-world'

useTestDatabase()

beforeAll(async () => {
  vi.stubEnv('PASTTENSE_EMBEDDED', '1')
  await plantSecrets()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await closeReceiver()
})

describe.each(reads)('%s', (id) => {
  it('tells a reader, nobody in particular and a narrow token nothing that is masked', async () => {
    const [first] = calls(id)
    expect(first, 'the walk knows of nothing to ask for here: add it to `things`').toBeDefined()
    for (const sent of calls(id)) {
      const statuses: number[] = []
      for (const name of ['nobody', 'reader', 'token']) {
        const { status, text: body } = await bodyOf(id, { ...sent, ...askers[name] })
        expect({ name, sent, secrets: secretsIn(body) }).toEqual({ name, sent, secrets: [] })
        statuses.push(status)
      }
      // What is everybody's own, such as an account, is refused to some; where all are, nothing is proved.
      expect({ sent, statuses, isAnswered: statuses.includes(200) }).toEqual({
        sent,
        statuses,
        isAnswered: true,
      })
    }
  })

  it('tells whoever describes events what no schema does, and nobody what is sensitive', async () => {
    for (const sent of calls(id))
      for (const name of ['author', 'member', 'reviewer']) {
        const { text: body } = await bodyOf(id, { ...sent, ...askers[name] })
        const found = secretsIn(body).filter((word) => !OF_AUTHORS.includes(word))
        // Whoever may edit a draft sees the examples that its author wrote.
        const ofDraft = name === 'author' ? [] : ['draftExample', 'draftUnmarked']
        expect({ name, sent, found: found.filter((word) => !ofDraft.includes(word)) }).toEqual({
          name,
          sent,
          found: [],
        })
      }
  })
})

const eventOf = async (id: string, sent: Sent) =>
  (await ask('getEvent', { params: { event_id: id }, ...sent })).value as Event

describe('an event', () => {
  it('says what is masked and why', async () => {
    const event = await eventOf('full', askers.reader!)
    expect(event.masked).toEqual([
      { pointer: '/data/email', reason: 'sensitive' },
      { pointer: '/data/owner_id', reason: 'sensitive' },
      { pointer: '/data/address', reason: 'sensitive' },
      { pointer: '/data/other', reason: 'not-declared' },
      { pointer: '/data/lines/0/more', reason: 'not-declared' },
      { pointer: '/meta/user', reason: 'not-declared' },
    ])
    expect(event.data).toMatchObject({ card_id: 'card-1', iban: 'DE-77', email: MASKS.sensitive })
    expect(event.data_text).toContain(`"other":"${MASKS['not-declared']}"`)
    // Validation points at what it found, but not into what is masked.
    expect(event.problems.map(({ pointer }) => pointer)).toEqual(['/data/address'])
  })

  it('shows undeclared fields to authors of its own team and to reviewers', async () => {
    const shown = await Promise.all(
      ['reader', 'author', 'member', 'reviewer'].map(
        async (name) => (await eventOf('full', askers[name]!)).data,
      ),
    )
    expect(shown.map((data) => (data as { other: string }).other)).toEqual([
      MASKS['not-declared'],
      MASKS['not-declared'],
      SECRETS.undeclared,
      SECRETS.undeclared,
    ])
    // What no catalog has belongs to nobody.
    expect((await eventOf('seen-1', askers.author!)).data).toMatchObject({ word: SECRETS.unknownType })
    const { value } = await ask('getQuarantined', {
      params: { id: planted.quarantined[1]! },
      ...askers.author,
    })
    expect((value as Quarantined).text).toContain(SECRETS.broken)
  })

  it('is masked by what a version marks that was published after it', async () => {
    expect((await eventOf('early', askers.member!)).data).toEqual({
      card_id: 'card-1',
      note: MASKS.sensitive,
      old_id: MASKS.sensitive,
    })
  })

  it('tells in the history of its entity that a masked field changed, and not from what to what', async () => {
    const { value } = await ask('getEntityHistory', {
      params: { entity: 'Card', key: 'card-1' },
      ...askers.reader,
    })
    const { history, state } = value as EntityHistory
    const last = history.find(({ event_id }) => event_id === 'changed')!
    expect(last.differences).toContainEqual({
      pointer: '/email',
      before: MASKS.sensitive,
      after: MASKS.sensitive,
    })
    expect(state?.masked).toEqual([{ pointer: '/email', reason: 'sensitive' }])
  })

  it('goes out masked as a line that nobody takes for the event', async () => {
    const { text: lines } = await bodyOf('streamChainEnvelopes', {
      params: { event_id: 'full' },
      ...askers.reader,
    })
    const line = lines.split('\n').find((each) => each.includes('"full"'))!
    expect((JSON.parse(line) as { masked: unknown[] }).masked).toHaveLength(6)
    const { value } = await ask('receiveEvents', { text: line })
    expect((value as Receipts).results[0]!.status).toBe('quarantined')
  })
})

describe('a sensitive field is no business key', () => {
  const found = async (key: string) => {
    const { value } = await ask('listEvents', { query: { key } })
    const { hits } = (await ask('search', { query: { q: key } })).value as { hits: { kind: string }[] }
    return [(value as { items: Event[] }).items.map(({ event_id }) => event_id), hits.map(({ kind }) => kind)]
  }

  it('marked as one, or called one', async () => {
    expect(await found(SECRETS.key)).toEqual([[], []])
  })

  it('indexed before a version marked it', async () => {
    expect(await found(SECRETS.markedLater)).toEqual([[], []])
  })

  it('and what is marked as a key and called nothing of the kind is one', async () => {
    // Its one chain, and the list of what carries it.
    expect(await found('DE-77')).toEqual([['full'], ['key', 'key']])
  })
})

describe('calls that write', () => {
  const asked = new Set<OperationId>()
  /** Asks, and expects an answer without what is not for this one. @returns what was answered */
  async function says(id: OperationId, who: string, sent: Sent, own: string[] = []): Promise<unknown> {
    asked.add(id)
    const { status, text: body } = await bodyOf(id, { ...sent, ...askers[who] })
    expect({ id, who, isDone: status < 300, body: status < 300 ? '' : body }).toEqual({
      id,
      who,
      isDone: true,
      body: '',
    })
    const maySee = ['member', 'reviewer'].includes(who) ? [...OF_AUTHORS, ...own] : own
    expect({ id, who, found: secretsIn(body).filter((word) => !maySee.includes(word)) }).toEqual({
      id,
      who,
      found: [],
    })
    return body === '' ? undefined : JSON.parse(body)
  }
  let revision = 1
  const held = async (id: OperationId, who: string, sent: Sent, own: string[] = []) => {
    const { value } = await ask('getDraft', { params: { id: sent.params!.id! } })
    revision = (value as Draft).revision
    return says(id, who, { revision, ...sent }, own)
  }

  it('answer no more than those that read, to whoever may call them', async () => {
    const name = 'CardUpdated'
    const reason = 'because it is so'
    await says('checkCompatibility', 'reader', { body: { before: true, after } })
    await says('lint', 'reader', { body: { name, kind: 'cud', schema: after, examples: [{ email: 1 }] } })
    await says('receiveEvents', 'sender', {
      body: [
        message('full', name, '2.0.0', { email: 'other', [SECRETS.undeclared.slice(0, 5)]: 1 }),
        message('newer', name, '7.0.0', {}),
      ],
    })
    for (const id of planted.quarantined) await says('retryQuarantined', 'sender', { params: { id } })

    // A draft of somebody else's, with an example that only those who may edit it see.
    const params = { id: planted.draft }
    const { threads } = (await says('addComment', 'author', {
      params,
      body: { pointer: '/properties/email', body: 'Whose?' },
    })) as Review
    const thread = threads[0]!.id
    await says('updateThread', 'author', { params: { ...params, thread }, body: { resolved: true } })
    const { id: replay } = (await says('startReplay', 'author', { params })) as Replay
    await says('cancelReplay', 'author', { params: { ...params, replay } })
    await held('reviewProposal', 'reviewer', { params, body: { verdict: 'request-changes', body: reason } })
    await says('declineProposal', 'reviewer', { params, body: {} })
    await held('reopenProposal', 'member', { params })
    const own = ['draftExample', 'draftUnmarked']
    await held('updateDraft', 'member', { params, body: { summary: 's' } }, own)
    await held('restoreRevision', 'member', { params: { ...params, number: '1' } }, own)
    await says('publishVersion', 'member', {
      params: { name },
      body: { label: '2.0.1', schema: { ...after, title: 't' }, examples: [{ email: SECRETS.example }] },
    })
    await held('rebaseDraft', 'member', { params }, own)
    await held('submitProposal', 'member', { params, body: {} })
    await says('withdrawDraft', 'member', { params })
    await held('reopenProposal', 'member', { params })
    // That a mark is gone is agreed on when it is published.
    await held('publishDraft', 'reviewer', { params, body: { breaking_reason: reason } }, ['draftUnmarked'])
    await says('createDraft', 'author', { body: { event_type: name } })

    const version = { name, version: '2.0.1' }
    await says('updateVersion', 'member', { params: version, body: { status: 'deprecated' } })
    const waiver = { rule: 'field-undescribed', path: '/properties/email', message: 'm', reason }
    const { id } = (await says('createWaiver', 'member', { params: { name }, body: waiver })) as Waiver
    await says('endWaiver', 'member', { params: { name, id } })
    await says('eraseEvent', 'administrator', { params: { event_id: 'changed' }, body: { reason } })

    const writing = (Object.keys(endpoints) as OperationId[]).filter((each) => endpoints[each][0] !== 'GET')
    const known = new Set([...asked, ...NOT_OF_EVENTS, MEANT_TO_TELL])
    expect(
      writing.filter((each) => !known.has(each)),
      'the walk does not know what these answer',
    ).toEqual([])
  })
})

describe('revealing', () => {
  const reveal = (id: string, sent: Sent, reason = 'ticket 4711') =>
    ask('revealEvent', { params: { event_id: id }, body: { reason }, ...sent })

  it('shows one event whole to whom the table lets, and is on record', async () => {
    for (const name of ['member', 'reviewer']) {
      const { status, value } = await reveal('full', askers[name]!)
      expect(status).toBe(200)
      expect((value as Event).masked).toEqual([])
      expect(secretsIn((value as Event).data_text!)).toEqual([
        'sensitive',
        'inside',
        'nameInside',
        'key',
        'undeclared',
        'nested',
      ])
    }
    const { value } = await ask('listAudit', { query: { action: 'event-revealed' } })
    expect(
      (value as { items: AuditEntry[] }).items.map(({ actor, subject, details }) => [
        actor.name,
        subject,
        details,
      ]),
    ).toEqual(
      ['reviewer', 'member'].map((name) => [
        name,
        'full',
        { reason: 'ticket 4711', type: 'CardUpdated', version: '2.0.0' },
      ]),
    )
  })

  it('wants a reason', async () => {
    expect((await reveal('full', askers.reviewer!, ' ')).status).toBe(422)
  })

  it('is refused to others alike, whether or not there is something sensitive, and leaves no trace', async () => {
    for (const name of ['nobody', 'reader', 'author', 'token']) {
      const [some, none] = await Promise.all(['full', 'newer'].map((id) => reveal(id, askers[name]!)))
      expect([401, 403]).toContain(some!.status)
      const said = ({ value }: { value: unknown }) => ({ ...(value as object), request_id: '', instance: '' })
      expect(said(some!)).toEqual(said(none!))
    }
    const { value } = await ask('listAudit', { query: { action: 'event-revealed' } })
    expect((value as { items: AuditEntry[] }).items).toHaveLength(2)
  })
})
