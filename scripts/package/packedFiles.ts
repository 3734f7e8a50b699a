import { getRawHeader } from '@electron/asar'
import { z } from 'zod'

export interface PackedFile {
  /** Below the archive, with `/`. */
  path: string
  bytes: number
  /** Lies beside the archive, where the system can load it. */
  unpacked: boolean
}

interface Entry {
  files?: Record<string, Entry>
  size?: number
  unpacked?: boolean
}

const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), entrySchema).optional(),
    size: z.number().optional(),
    unpacked: z.boolean().optional(),
  }),
)

export function packedFiles(archive: string): PackedFile[] {
  return below(entrySchema.parse(getRawHeader(archive).header), '')
}

function below({ files = {} }: Entry, folder: string): PackedFile[] {
  return Object.entries(files).flatMap(([name, entry]) => {
    const path = folder === '' ? name : `${folder}/${name}`
    return entry.files ? below(entry, path) : [{ path, bytes: entry.size ?? 0, unpacked: entry.unpacked === true }]
  })
}
