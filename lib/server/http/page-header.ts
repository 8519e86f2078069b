/** The address of the page that is asked for, set by the proxy: the framework does not tell a page its own. */
export const PAGE_HEADER = 'x-pasttense-page'
