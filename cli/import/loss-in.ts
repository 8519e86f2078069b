import { scanMessage } from '@/lib/domain/envelope/scan'

/**
 * What reading this JSON text into values would lose without a word, as a sentence; undefined where nothing is lost.
 * An import must not store another number than the file holds.
 */
export function lossIn(text: string): string | undefined {
  const { duplicateKeys, inexactNumbers } = scanMessage(`{"file":${text}}`)
  const inFile = (pointer: string) => pointer.slice('/file'.length)
  if (duplicateKeys[0] !== undefined) return `${inFile(duplicateKeys[0])} stands twice in its object`
  if (inexactNumbers[0] !== undefined)
    return `the number at ${inFile(inexactNumbers[0])} is beyond what a double holds`
  return undefined
}
