import { z } from 'zod'

/** A part of a message in a shape this version does not know is left out, and the rest still arrives. */
const known = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const file = z.object({ file_id: z.string(), file_size: z.number().optional() })
const namedFile = file.extend({ file_name: known(z.string()), mime_type: known(z.string()) })
const location = z.object({ latitude: z.number(), longitude: z.number() })

const userSchema = z.object({
  id: z.number(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: known(z.string()),
  username: known(z.string()),
})

const entitySchema = z.object({ type: z.string(), offset: z.number(), length: z.number(), url: z.string().optional() })
export type Entity = z.infer<typeof entitySchema>

export const messageSchema = z.object({
  message_id: z.number().int(),
  date: z.number(),
  edit_date: known(z.number()),
  chat: z.object({ id: z.number().int(), type: z.string() }),
  from: known(userSchema),
  is_from_offline: known(z.boolean()),
  media_group_id: known(z.string()),
  reply_to_message: known(z.object({ text: known(z.string()), caption: known(z.string()) })),
  quote: known(z.object({ text: z.string() })),
  text: known(z.string()),
  entities: known(z.array(entitySchema)),
  caption: known(z.string()),
  caption_entities: known(z.array(entitySchema)),
  photo: known(z.array(file.extend({ width: z.number(), height: z.number() })).min(1)),
  document: known(namedFile),
  animation: known(namedFile),
  video: known(namedFile),
  audio: known(namedFile.extend({ title: known(z.string()) })),
  voice: known(namedFile),
  video_note: known(file),
  live_photo: known(namedFile),
  sticker: known(z.object({ emoji: known(z.string()) })),
  dice: known(z.object({ emoji: z.string(), value: z.number() })),
  location: known(location),
  venue: known(z.object({ location, title: z.string(), address: z.string() })),
  contact: known(z.object({ phone_number: z.string(), first_name: z.string(), last_name: known(z.string()) })),
  poll: known(z.object({ question: z.string(), options: z.array(z.object({ text: z.string() })) })),
  checklist: known(z.object({ title: z.string(), tasks: z.array(z.object({ text: z.string() })) })),
})
export type WireMessage = z.infer<typeof messageSchema>

/** Keeps what it does not know: the update is stored as it came. */
export const updateSchema = z.looseObject({
  update_id: z.number().int(),
  message: z.looseObject({}).optional().catch(undefined),
  edited_message: z.looseObject({}).optional().catch(undefined),
})
export type WireUpdate = z.infer<typeof updateSchema>

export const sentMessageSchema = z.object({ message_id: z.number().int() })
export const fileSchema = z.object({ file_path: z.string().optional(), file_size: z.number().optional() })
export const meSchema = z.object({ id: z.number(), username: z.string().optional(), first_name: z.string() })
export const webhookSchema = z.object({ url: z.string() })
