import { stored } from './stored'

/** Whether single letters (`j`, `k`, `f`, `?`) act as keys; WCAG 2.1.4 wants them switchable. */
export const singleKeys = stored('pasttense.single-keys', true, (value) => typeof value === 'boolean')
