import { expect, test } from 'vitest'
import type { FormField, KindDescription, Preset } from '#contract/channel.ts'
import {
  changeField,
  choosePreset,
  hasFoldedProblem,
  isFolded,
  isUnknownProvider,
  presetFor,
  problemsOf,
  settingsToSend,
  startForm,
  suggestedName,
  visibleFields,
} from './formModel.ts'

const gmail: Preset = {
  id: 'gmail',
  title: 'Gmail',
  domains: ['gmail.com'],
  values: { host: 'imap.gmail.com', port: 993 },
}
const proton: Preset = { id: 'proton', title: 'Proton', domains: ['pm.me'], values: { host: '127.0.0.1', port: 1143 } }
const hosted: Preset = {
  id: 'hosted',
  title: 'Hosted',
  domains: [],
  values: { host: 'mail.hosted.example', port: 993 },
}

const hostField: FormField = { key: 'host', input: 'text', required: true }
const fields: FormField[] = [
  { key: 'address', input: 'email', required: true },
  { key: 'password', input: 'secret', required: true },
  hostField,
  { key: 'port', input: 'number', required: true, min: 1, max: 65_535, default: 993, advanced: true },
  { key: 'ownCertificate', input: 'toggle', required: false, advanced: true },
  { key: 'folder', input: 'text', required: false, showIf: { key: 'ownCertificate', equals: true } },
]
const mail: KindDescription = {
  kind: 'email',
  fields,
  presets: [gmail, proton, hosted],
  maxTextLength: 1000,
  maxAttachmentBytes: 1000,
}

const typed = (address: string) => changeField(mail, startForm(mail), 'address', address)

test('typing an address of a known provider fills in its servers', () => {
  const state = typed('shop@Gmail.com ')
  expect(state.presetId).toBe('gmail')
  expect(state.values).toMatchObject({ host: 'imap.gmail.com', port: '993' })
})

test('another provider in the address replaces the values of the former one', () => {
  const state = changeField(mail, typed('shop@gmail.com'), 'address', 'shop@pm.me')
  expect(state.values).toMatchObject({ host: '127.0.0.1', port: '1143' })
})

test('an unknown provider takes the former values away instead of keeping a wrong server', () => {
  const state = changeField(mail, typed('shop@pm.me'), 'address', 'shop@flora.shop')
  expect(state.values).toMatchObject({ host: '', port: '993' })
  expect(isUnknownProvider(mail, state)).toBe(true)
})

test('what the owner typed by hand is never overwritten by a preset', () => {
  const byHand = changeField(mail, startForm(mail), 'host', 'mail.flora.shop')
  expect(changeField(mail, byHand, 'address', 'shop@gmail.com').values).toMatchObject({ host: 'mail.flora.shop' })
})

test('a provider that the owner chose stays, whatever the address says', () => {
  const chosen = choosePreset(mail, typed('shop@flora.shop'), 'hosted')
  expect(chosen.values).toMatchObject({ host: 'mail.hosted.example' })
  expect(changeField(mail, chosen, 'address', 'shop@gmail.com').presetId).toBe('hosted')
})

test('choosing a provider wins over a server that was typed before', () => {
  const byHand = changeField(mail, typed('shop@flora.shop'), 'host', 'wrong.example')
  expect(choosePreset(mail, byHand, 'hosted').values).toMatchObject({ host: 'mail.hosted.example' })
})

test('editing a channel keeps servers of its own when only the address changes', () => {
  const stored = { address: 'shop@flora.shop', host: 'mail.flora.shop', port: 143 }
  const state = changeField(mail, startForm(mail, stored), 'address', 'shop@gmail.com')
  expect(state.values).toMatchObject({ host: 'mail.flora.shop', port: '143' })
})

test('editing a channel of a known provider shows it as such', () => {
  expect(startForm(mail, { address: 'a@gmail.com', host: 'imap.gmail.com', port: 993 }).presetId).toBe('gmail')
})

test('a half-typed address is not called unknown yet', () => {
  expect(isUnknownProvider(mail, typed('shop@flora'))).toBe(false)
  expect(presetFor(mail.presets, 'shop@')).toBeNull()
})

test('servers are asked for only when the provider is not known', () => {
  expect(isFolded(mail, startForm(mail), hostField)).toBe(true)
  expect(isFolded(mail, typed('shop@gmail.com'), hostField)).toBe(true)
  expect(isFolded(mail, typed('shop@flora.shop'), hostField)).toBe(false)
})

test('a field that depends on another is hidden and not sent while the other is different', () => {
  const state = changeField(mail, typed('shop@gmail.com'), 'folder', 'Sent')
  expect(visibleFields(fields, state.values).map(({ key }) => key)).not.toContain('folder')
  expect(settingsToSend(fields, state.values)).not.toHaveProperty('folder')
  const on = changeField(mail, state, 'ownCertificate', true)
  expect(settingsToSend(fields, on.values)).toMatchObject({ folder: 'Sent', ownCertificate: true })
})

test('numbers are sent as numbers, texts without stray spaces, a password with its spaces', () => {
  let state = typed(' shop@gmail.com ')
  state = changeField(mail, state, 'password', ' abcd efgh ')
  expect(settingsToSend(fields, state.values)).toEqual({
    address: 'shop@gmail.com',
    password: ' abcd efgh ',
    host: 'imap.gmail.com',
    port: 993,
    ownCertificate: false,
  })
})

test('an empty password is a problem for a new channel only, for a stored one it is kept', () => {
  const { values } = typed('shop@gmail.com')
  expect([...problemsOf(fields, values, false)]).toEqual([['password', 'missing']])
  expect(problemsOf(fields, values, true).size).toBe(0)
})

test('a port outside its range and an address without @ are refused', () => {
  const state = changeField(mail, typed('shop.gmail.com'), 'port', '70000')
  expect(problemsOf(fields, state.values, true).get('port')).toBe('out-of-range')
  expect(problemsOf(fields, state.values, true).get('address')).toBe('wrong')
  expect(problemsOf(fields, { ...state.values, port: 'abc' }, true).get('port')).toBe('out-of-range')
})

test('the fold opens by itself only when every problem is inside it', () => {
  const state = typed('shop@gmail.com')
  expect(hasFoldedProblem(mail, state, new Map([['port', 'out-of-range']]))).toBe(true)
  expect(
    hasFoldedProblem(
      mail,
      state,
      new Map([
        ['port', 'wrong'],
        ['password', 'missing'],
      ]),
    ),
  ).toBe(false)
  expect(hasFoldedProblem(mail, state, new Map())).toBe(false)
})

test('the address is offered as the name, and the kind where there is no address', () => {
  expect(suggestedName(mail, typed('shop@gmail.com').values, 'Email')).toBe('shop@gmail.com')
  expect(suggestedName({ ...mail, fields: [] }, {}, 'Telegram bot')).toBe('Telegram bot')
})
