import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

describe('settings', () => {
  it('begin with what is usual, and change one by one', async () => {
    const usual = {
      trace_link: '',
      late_after_seconds: 60,
      rule_severities: {},
      name_style: null,
      reading: 'this-machine',
      review_required: false,
      approvals_needed: 1,
      owner_approves: true,
      reviewer_for_new: true,
      reviewer_for_breaking: true,
      retention_days: null,
      provider_groups: { claim: 'groups', grants: [] },
    }
    expect((await ask('getSettings')).value).toEqual(usual)
    await ask('updateSettings', { body: { late_after_seconds: 5 } })
    const { value } = await ask('updateSettings', {
      body: { trace_link: 'https://jaeger.example/trace/{trace_id}' },
    })
    expect(value).toEqual({
      ...usual,
      trace_link: 'https://jaeger.example/trace/{trace_id}',
      late_after_seconds: 5,
    })
    expect((await ask('getSettings')).value).toEqual(value)
  })

  it.each([
    { late_after_seconds: 0 },
    { late_after_seconds: 1.5 },
    { trace_link: 'javascript:alert("{trace_id}")' },
    { trace_link: 'https://jaeger.example/' },
    { trace_link: 'https://a/{trace_id}\u0000' },
  ])('refuse %j', async (body) => {
    const { status, value } = await ask('updateSettings', { body })
    expect([status, value]).toMatchObject([422, { errors: [{ pointer: `/${Object.keys(body)[0]}` }] }])
  })
})
