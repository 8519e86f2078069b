import { expect, it } from 'vitest'
import type { InboxItem } from '@/lib/contracts/inbox'
import { groupInbox } from './group-inbox'

const item = (id: number, proposal: string | null): InboxItem => ({
  id,
  kind: 'comment',
  event_type: 'CardExpired',
  webhook: null,
  proposal,
  version: null,
  body: '',
  because: 'spoke',
  by: 'Ada',
  at: '2026-11-26T10:00:00.000Z',
  read: false,
})

it('puts what was told of one proposal at the place of its newest, and leaves alone what is of none', () => {
  const items = [item(6, 'a'), item(5, null), item(4, 'b'), item(3, 'a'), item(2, null), item(1, 'b')]
  expect(groupInbox(items).map((group) => group.map(({ id }) => id))).toEqual([[6, 3], [5], [4, 1], [2]])
})
