import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** The lines of a file that the chain's page exports. */
export async function savedLines(page: Page, entry: string): Promise<string[]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  return (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n')
}
