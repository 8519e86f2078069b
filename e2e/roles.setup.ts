import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { roleNames } from '@/lib/domain/policy/policy'
import { signedIn } from './roles'
import { server } from './server'

for (const role of roleNames) {
  test(`sign in as ${role}`, async ({ request }) => {
    const { demo } = await call('getSignIn', {}, server)
    const person = demo.find((one) => one.role === role)
    expect(person, `somebody of the demo is ${role}`).toBeDefined()
    const answer = await request.post('/api/auth/sign-in/demo', { data: { id: person!.id } })
    expect(answer.status()).toBe(200)
    await request.storageState({ path: signedIn(role) })
  })
}
