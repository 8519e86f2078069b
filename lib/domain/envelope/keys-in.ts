import { scanMessage } from './scan'

/** Business keys that a stored data block holds. @param dataText its JSON text */
export function keysIn(dataText: string): string[] {
  return scanMessage(`{"data":${dataText}}`).keys
}
