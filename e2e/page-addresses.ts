import { readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * The address of every page of the application, by its files: a new one is among them.
 * @param valuesOf what stands for the parameters of a page such as `/events/[event_id]`; null leaves it out
 * @throws Error for a page that `valuesOf` does not know
 */
export function everyPage(valuesOf: (page: string) => readonly string[] | null | undefined): string[] {
  return pagesIn('app', '').flatMap((page) => {
    if (!page.includes('[')) return page === '' ? '/' : page
    const values = valuesOf(page)
    if (values === undefined) throw new Error(`No example for ${page}: say what stands in its address.`)
    let at = 0
    return values === null ? [] : page.replace(/\[\w+\]/g, () => encodeURIComponent(values[at++] ?? ''))
  })
}

function pagesIn(folder: string, address: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return pagesIn(path.join(folder, entry.name), `${address}/${entry.name}`)
    return entry.name === 'page.tsx' ? [address] : []
  })
}
