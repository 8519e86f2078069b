interface Page<T> {
  items: T[]
  next_cursor: string | null
}

/**
 * Every item of a list, page after page: for lists that a person made by hand (owners, services, domains, versions),
 * never for events. The same walk serves the browser, over HTTP, and a page on the server, over the service.
 */
export async function allItems<T>(readPage: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await readPage(cursor)
    items.push(...page.items)
    cursor = page.next_cursor ?? undefined
  } while (cursor !== undefined)
  return items
}
