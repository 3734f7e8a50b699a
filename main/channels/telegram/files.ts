import { ChannelFault } from '#main/ports/channel.ts'
import type { ChannelContext, IncomingAttachment } from '#main/ports/channel.ts'
import type { BotApi } from './api.ts'
import type { WantedFile } from './incoming.ts'
import { fileSchema } from './wire.ts'

/** Bots cannot fetch more than this from Telegram. */
export const maxDownloadBytes = 20 * 1024 * 1024
const attempts = 3

/** Fetches one file. What cannot be had is named as missing: a lost file must never hold up the messages behind it. */
export async function fetchFile(
  {
    api,
    context,
    onProgress,
  }: { api: BotApi; context: Pick<ChannelContext<unknown>, 'clock' | 'log'>; onProgress: () => void },
  file: WantedFile,
  signal: AbortSignal,
): Promise<IncomingAttachment> {
  const attachment = {
    name: file.name,
    mime: file.mime,
    contentId: null,
    inline: false,
    content: null,
    bytes: file.bytes ?? 0,
  }
  if (file.bytes !== null && file.bytes > maxDownloadBytes) return { ...attachment, missing: 'too-big' }
  for (let attempt = 1; ; attempt++) {
    try {
      const content = await download(api, file, onProgress, signal)
      if (content === null) return { ...attachment, missing: 'too-big' }
      return { ...attachment, content, bytes: content.length, missing: null }
    } catch (error) {
      if (signal.aborted || !(error instanceof ChannelFault) || stopsTheChannel(error)) throw error
      if (error.code === 'too-big') return { ...attachment, missing: 'too-big' }
      const worthRetrying = error.code === 'transient' || error.code === 'rate-limited'
      if (!worthRetrying || attempt >= attempts) {
        context.log.warn('a file could not be fetched', { code: error.code, attempt })
        return { ...attachment, missing: 'unavailable' }
      }
      await context.clock.sleep(error.retryAfterMs ?? attempt * 1000, signal)
    }
  }
}

/** Nothing at all would get through now, so it is tried again after the next connection. */
function stopsTheChannel({ code }: ChannelFault): boolean {
  return code === 'unreachable' || code === 'tls-untrusted'
}

async function download(api: BotApi, { fileId }: WantedFile, onProgress: () => void, signal: AbortSignal) {
  const { file_path, file_size } = await api.call(
    { method: 'getFile', params: { file_id: fileId }, result: fileSchema, timeoutMs: 20_000 },
    signal,
  )
  if (file_path === undefined) throw new ChannelFault('rejected', 'no file path')
  if (file_size !== undefined && file_size > maxDownloadBytes) return null
  onProgress()
  return api.download(file_path, maxDownloadBytes, onProgress, signal)
}
