import { createRouterClient, ORPCError } from '@orpc/server'
import { expect, test } from 'vitest'
import { BadSettings, NotFound, Refused, TooBig, TooLong } from '#main/services/errors.ts'
import { os } from './implement.ts'

const failing = (error: Error) =>
  createRouterClient(
    os.conversation.router({
      ...({} as Parameters<typeof os.conversation.router>[0]),
      reply: os.conversation.reply.handler(() => {
        throw error
      }),
      approveSuggestion: os.conversation.approveSuggestion.handler(() => {
        throw error
      }),
    }),
  )

async function codeOf(error: Error) {
  try {
    await failing(error).reply({ id: 'x', text: 'y' })
  } catch (caught) {
    if (caught instanceof ORPCError) return { code: caught.code, defined: caught.defined, data: caught.data }
  }
  return null
}

test.each([
  [new NotFound(), { code: 'NOT_FOUND' }],
  [new Refused('CHANNEL_REMOVED'), { code: 'CHANNEL_REMOVED' }],
  [new TooLong(7), { code: 'TOO_LONG', data: { max: 7 } }],
  [new TooBig('a.png', 9), { code: 'TOO_BIG', data: { name: 'a.png', maxBytes: 9 } }],
])('%s reaches the screen as an error of the contract', async (error, expected) => {
  expect(await codeOf(error)).toMatchObject({ ...expected, defined: true })
})

test('a suggestion edited to be too long for its channel is refused with the limit', async () => {
  const approved = failing(new TooLong(4096)).approveSuggestion({ suggestionId: 'x', text: 'y' })
  await expect(approved).rejects.toMatchObject({ code: 'TOO_LONG', defined: true, data: { max: 4096 } })
})

test('an error that the procedure does not name is not passed off as expected', async () => {
  expect(await codeOf(new BadSettings(['imapHost']))).toMatchObject({ defined: false })
})
