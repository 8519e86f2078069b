import { afterEach, expect, it, vi } from 'vitest'
import { newWebhookSecret, openSecret, sealSecret, signatureHeaders } from './webhook-secret'

afterEach(() => vi.unstubAllEnvs())

it('is kept so that only this installation can read it', () => {
  const secret = newWebhookSecret()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const sealed = sealSecret(secret)
  expect([openSecret(sealed), sealSecret(secret) === sealed]).toEqual([secret, false])
  vi.stubEnv('PASTTENSE_SECRET', 'another installation')
  expect(() => openSecret(sealed)).toThrow()
})

it('signs as the specification says, by its own example', () => {
  // The example of standard-webhooks/libraries: secret, id, time and body with their signature.
  const headers = signatureHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    seconds: 1614265330,
    body: '{"test": 2432232314}',
  })
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

it('signs with each secret that counts, so that whoever checks may know either', () => {
  const message = { id: 'msg_1', seconds: 5, body: '{}' }
  const [one, other] = [newWebhookSecret(), newWebhookSecret()]
  const alone = [one, other].map((secret) => signatureHeaders([secret], message)['webhook-signature'])
  expect(signatureHeaders([one, other], message)['webhook-signature']).toBe(alone.join(' '))
})
