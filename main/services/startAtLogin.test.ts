import { expect, onTestFinished, test } from 'vitest'
import type { StartAtLogin } from '#main/ports/platform.ts'
import { createShop, silentLog } from '#main/testing/shop.ts'
import { Refused } from './errors.ts'
import { createStartAtLogin } from './startAtLogin.ts'

function setUp(change: Partial<StartAtLogin> = {}) {
  const shop = createShop()
  onTestFinished(shop.close)
  let isOn = false
  const computer: StartAtLogin = { refusal: null, isOn: () => isOn, set: on => void (isOn = on), ...change }
  const service = createStartAtLogin({ ...shop, computer, log: silentLog })
  return { ...shop, service, computer, isSet: () => shop.stores.settings.get().startAtLogin }
}

test('the setting says what the computer does, and every page hears of it', () => {
  const { service, computer, isSet, events } = setUp()
  expect(service.set(true).startAtLogin).toBe(true)
  expect([computer.isOn(), isSet()]).toEqual([true, true])
  expect(events.at(-1)).toMatchObject({ type: 'settingsChanged', settings: { startAtLogin: true } })
  service.set(false)
  expect([computer.isOn(), isSet()]).toEqual([false, false])
})

test('what the computer does not let happen is not written down as done', () => {
  const broken = setUp({
    set() {
      throw new Error('read-only')
    },
  })
  expect(() => broken.service.set(true)).toThrow(Refused)
  expect(broken.isSet()).toBe(false)
  const demo = setUp({ refusal: 'demo' })
  expect(() => demo.service.set(true)).toThrow(Refused)
  expect(demo.computer.isOn()).toBe(false)
})

test('an entry that the owner took away elsewhere is not put back at the next start', () => {
  const { service, computer, isSet } = setUp()
  service.set(true)
  computer.set(false)
  service.check()
  expect([computer.isOn(), isSet()]).toEqual([false, false])
})

test('an entry that cannot be renewed does not keep the program from starting', () => {
  const { service, isSet, computer } = setUp()
  service.set(true)
  computer.set = () => {
    throw new Error('read-only')
  }
  service.check()
  expect(isSet()).toBe(true)
})
