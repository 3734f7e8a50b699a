import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { refusedFields } from './badSettings.ts'

test('fields that the channel refused are marked, other failures are not taken for that', () => {
  const refusal = new ORPCError('BAD_SETTINGS', { defined: true, data: { fields: ['imapHost'] } })
  expect(refusedFields(refusal)).toEqual(['imapHost'])
  expect(refusedFields(new ORPCError('NOT_FOUND', { defined: true }))).toBeNull()
  expect(refusedFields(new Error('gone'))).toBeNull()
})
