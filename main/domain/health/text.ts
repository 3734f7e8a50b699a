import type { HealthReport } from '#contract/health.ts'

/**
 * The report as lines to send to somebody who helps: always in English, times in UTC. Channels go by their kind and
 * place, so that no account is named.
 */
export function healthText(report: HealthReport): string {
  const { version, shell, system, disk, outbox, index, safetyCopy } = report
  const lines = [
    `Keepdesk ${version}, ${shell} shell, ${system}`,
    `Made ${time(report.madeAt)}, running since ${time(report.startedAt)}`,
    '',
    ...report.channels.map(
      ({ kind, state, since, lastProofAt, fault }, position) =>
        `Channel ${position + 1} (${kind}): ${state} since ${time(since)}` +
        `${lastProofAt ? `, last sign ${time(lastProofAt)}` : ''}${fault ? `, ${fault}` : ''}`,
    ),
    ...(report.channels.length === 0 ? ['No channel'] : []),
    `Outbox: ${outbox.queued} queued, ${outbox.failed} failed, ${outbox.uncertain} uncertain`,
    `Knowledge index: ${index.state}, ${index.done} of ${index.total}`,
    `Writing model: ${modelText(report.writing)}`,
    `Searching model: ${modelText(report.searching)}`,
    `Disk: ${megabytes(disk.freeBytes)} free${disk.isFull ? ', FULL' : ''}; database ${megabytes(disk.databaseBytes)},` +
      ` attachments ${megabytes(disk.attachmentBytes)}, models ${megabytes(disk.modelBytes)},` +
      ` index ${megabytes(disk.indexBytes)}, log ${megabytes(disk.logBytes)}`,
    `Copy before the last update: ${safetyCopy ? `${time(safetyCopy.at)}, ${megabytes(safetyCopy.bytes)}` : 'none'}`,
    '',
    report.problems.length === 0 ? 'No problems in the log' : 'Problems in the log, newest first:',
    ...report.problems.map(
      ({ level, message, count, firstAt, lastAt }) =>
        `${time(lastAt)} ${level} ${message}${count > 1 ? ` (${count} times since ${time(firstAt)})` : ''}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

const time = (date: Date) => date.toISOString().slice(0, 16).replace('T', ' ')

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

function modelText(model: HealthReport['writing']): string {
  if (model === null) return 'none'
  return `${model.stage}${model.problem ? `, ${model.problem}` : ''}`
}
