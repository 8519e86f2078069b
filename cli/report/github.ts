import type { ReportEntry } from './report'

const commands = { error: 'error', warning: 'warning', hint: 'notice' } as const

/**
 * Workflow commands, one a line: GitHub Actions shows them beside the changed lines of a pull request. Whatever stands
 * in a message or a file name is escaped, so that no schema can end a command and begin another.
 */
export function asGithubCommands(entries: readonly ReportEntry[]): string {
  return entries
    .map(({ file, line, column, rule, severity, message, waiver }) => {
      const command = waiver === undefined ? commands[severity] : 'notice'
      const properties = { file, line, col: column, title: waiver === undefined ? rule : `${rule} (waived)` }
      const written = Object.entries(properties).map(
        ([key, value]) => `${key}=${escapeProperty(String(value))}`,
      )
      return `::${command} ${written.join(',')}::${escapeData(waiver === undefined ? message : `${message} Waived: ${waiver}`)}`
    })
    .join('\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
