import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { server } from './server'

test('a version is deprecated, and then the event type, with what to go to and until when', async ({
  page,
}) => {
  await call('createEventType', { body: { name: 'CrateEmptied', kind: 'domain' } }, server)
  for (const label of ['1.0.0', '1.1.0'])
    await call(
      'publishVersion',
      { params: { name: 'CrateEmptied' }, body: { label, schema: { type: 'object', title: label } } },
      server,
    )
  await page.goto('/catalog/CrateEmptied/versions?from=1.1.0&to=1.0.0')
  await page.getByRole('button', { name: 'Deprecate or retire …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Status of 1.0.0' })
  await dialog.getByLabel('Status').selectOption('deprecated')
  await dialog.getByLabel('Why').fill('It does not say which crate.')
  await dialog.getByLabel('Version to go to').selectOption('1.1.0')
  await dialog.getByLabel('To be read until').fill('2027-03-01')
  await dialog.getByRole('button', { name: 'Save status' }).click()
  await expect(page.getByText('It does not say which crate. Go to 1.1.0. Until 2027-03-01.')).toBeVisible()
  await page.goto('/catalog/CrateEmptied?tab=schema&version=1.0.0')
  await expect(page.getByText('Until 2027-03-01.')).toBeVisible()
  // Where it is the latest one, whoever looks at the event type alone is told.
  const latest = { name: 'CrateEmptied', version: '1.1.0' }
  const body = { status: 'deprecated', status_reason: 'Crates are not emptied any more.' } as const
  await call('updateVersion', { params: latest, body }, server)
  await page.goto('/catalog/CrateEmptied')
  await expect(page.getByText('Crates are not emptied any more.')).toBeVisible()
  await call('createEventType', { body: { name: 'CrateTippedOut', kind: 'domain' } }, server)
  await page.getByRole('button', { name: 'Deprecate or retire …' }).click()
  const ofType = page.getByRole('dialog', { name: 'Status of CrateEmptied' })
  await ofType.getByLabel('Status', { exact: true }).selectOption('deprecated')
  await ofType.getByLabel('Why').fill('Nobody lifts them.')
  await ofType.getByLabel('Event type to go to').fill('CrateEmptied')
  await ofType.getByLabel('Retires on').fill('2027-03-01')
  await ofType.getByRole('button', { name: 'Save status' }).click()
  await expect(ofType.getByText('CrateEmptied cannot come after itself.')).toBeVisible()
  await ofType.getByLabel('Event type to go to').fill('CrateTippedOut')
  await ofType.getByRole('button', { name: 'Save status' }).click()
  await expect(
    page.getByText(/Deprecated .*, retires on 2027-03-01; use CrateTippedOut instead/),
  ).toBeVisible()
  // Whoever declares that they consume it is told, too.
  await page.getByRole('button', { name: 'We consume this' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'CrateTippedOut' }).click()
  await expect(page.getByText('Replaces CrateEmptied (deprecated).')).toBeVisible()
})

test('the catalog says how grave a rule is and how names are written', async ({ page }) => {
  await page.goto('/settings/rules')
  const severity = page.getByLabel('Severity of unbounded-array')
  await severity.selectOption('off')
  await page.getByRole('button', { name: 'Save rules' }).click()
  await expect(page.getByText('Rules saved').first()).toBeAttached()
  await page.reload()
  await expect(severity).toHaveValue('off')
  const { rule_severities } = await call('getSettings', {}, server)
  expect(rule_severities).toMatchObject({ 'unbounded-array': 'off' })
  // The stories share one catalog.
  await severity.selectOption('')
  await page.getByRole('button', { name: 'Save rules' }).click()
  await expect.poll(async () => (await call('getSettings', {}, server)).rule_severities).toEqual({})
})
