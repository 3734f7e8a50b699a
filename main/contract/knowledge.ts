import { oc } from '@orpc/contract'
import { z } from 'zod'
import { uploadSchema } from './conversation.ts'

export const sourceFormatSchema = z.enum(['csv', 'jsonl', 'markdown', 'text', 'html', 'pdf', 'docx', 'manual'])
export type SourceFormat = z.infer<typeof sourceFormatSchema>

export const sourceSchema = z.object({
  id: z.string(),
  /** File name, or the title of hand-written entries. Unique. */
  name: z.string(),
  format: sourceFormatSchema,
  entryCount: z.number(),
  importedAt: z.date(),
})
export type Source = z.infer<typeof sourceSchema>

export const entrySchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  /** The id column of the imported file; null where it had none. */
  externalId: z.string().nullable(),
  /** A question, or the heading of a passage. */
  question: z.string(),
  wordings: z.array(z.string()),
  answer: z.string(),
  /** BCP 47 primary tag, `und` when it cannot be told. */
  language: z.string(),
  tags: z.array(z.string()),
  updatedAt: z.date(),
})
export type Entry = z.infer<typeof entrySchema>

export const badRowSchema = z.object({
  /** 1 is the first line of the file; null when the whole file is meant. */
  line: z.number().nullable(),
  /** i18n key under `importProblem.`. */
  problem: z.enum([
    'no-question',
    'no-answer',
    'duplicate-id',
    'not-json',
    'wrong-shape',
    'no-columns',
    'unreadable',
    'encrypted',
    'empty',
    'too-big',
    'unknown-format',
    'too-long',
    'bad-quotes',
  ]),
  detail: z.string(),
})
export type BadRow = z.infer<typeof badRowSchema>

export const filePreviewSchema = z.object({
  name: z.string(),
  format: sourceFormatSchema.nullable(),
  /** How many entries would be taken. */
  entryCount: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** Entries of this source that the file no longer holds. */
  removed: z.number(),
  sample: z.array(entrySchema.pick({ externalId: true, question: true, answer: true, language: true })),
  /** The first 200; `badRowCount` has them all. */
  badRows: z.array(badRowSchema),
  badRowCount: z.number(),
})
export type FilePreview = z.infer<typeof filePreviewSchema>

/** `waiting`: the model's process is away for now. Until it is `ready`, and whenever the model is away, the built-in index answers. */
export const modelIndexStateSchema = z.object({
  modelId: z.string(),
  name: z.string(),
  state: z.enum(['ready', 'building', 'paused', 'waiting', 'failed']),
  done: z.number(),
  total: z.number(),
})
export type ModelIndexState = z.infer<typeof modelIndexStateSchema>

export const indexStateSchema = z.object({
  state: z.enum(['ready', 'building', 'failed']),
  done: z.number(),
  total: z.number(),
  /** The index made with an installed model, beside the built-in one; left out while no such model is in use. */
  model: modelIndexStateSchema.optional(),
})
export type IndexState = z.infer<typeof indexStateSchema>

const notFound = { NOT_FOUND: {} }
const entryDraft = z.object({
  question: z.string().trim().min(1).max(2000),
  answer: z.string().trim().min(1).max(20_000),
  wordings: z.array(z.string().trim().min(1).max(2000)).max(100).default([]),
  tags: z.array(z.string().trim().min(1).max(80)).max(30).default([]),
})
export type EntryDraft = z.infer<typeof entryDraft>

export const knowledgeContract = {
  sources: oc.output(z.array(sourceSchema)),
  entries: oc
    .input(
      z.object({
        sourceId: z.string().nullish(),
        text: z.string().max(200).optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ items: z.array(entrySchema), total: z.number() })),
  entry: oc
    .input(z.object({ id: z.string() }))
    .output(entrySchema)
    .errors(notFound),
  /** Reads files without storing anything. The preview is kept for 30 minutes. */
  preview: oc
    .input(z.object({ uploads: z.array(uploadSchema).min(1).max(200) }))
    .output(z.object({ previewId: z.string(), files: z.array(filePreviewSchema) })),
  import: oc
    .input(z.object({ previewId: z.string() }))
    .output(z.object({ added: z.number(), updated: z.number(), unchanged: z.number(), removed: z.number() }))
    .errors({ PREVIEW_EXPIRED: {} }),
  createEntry: oc.input(entryDraft).output(entrySchema),
  updateEntry: oc
    .input(entryDraft.extend({ id: z.string() }))
    .output(entrySchema)
    .errors(notFound),
  deleteEntry: oc
    .input(z.object({ id: z.string() }))
    .output(z.void())
    .errors(notFound),
  deleteSource: oc
    .input(z.object({ id: z.string() }))
    .output(z.void())
    .errors(notFound),
  indexState: oc.output(indexStateSchema),
  /** Stops building the index of the installed model, or goes on with it. */
  pauseModelIndex: oc.input(z.object({ paused: z.boolean() })).output(indexStateSchema),
}
