import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from './app.ts'

interface Outcome {
  questions: number
  answeredOnce: number
  twice: number
  uncertain: number
  withOwner: number
  lost: number
}

/** Kills Keepdesk again and again while mail flows; `npm run crash` does the same for longer. */
async function crash(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, 'scripts/crash/run.ts'), '--json', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString('utf8')))
  await new Promise(resolve => child.once('close', resolve))
  const last = stdout.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('{')) throw new Error(`The crash harness ended without a result:\n${stdout}\n${stderr}`)
  return JSON.parse(last) as Outcome
}

test('whenever it is killed, no question is lost and none is answered twice', async () => {
  test.setTimeout(300_000)
  const { questions, lost, twice, answeredOnce, uncertain, withOwner } = await crash('--cycles', '12')
  test.info().annotations.push({ type: 'outcome', description: `${answeredOnce} once, ${uncertain} uncertain` })
  expect({ lost, twice }).toEqual({ lost: 0, twice: 0 })
  expect(answeredOnce + uncertain + withOwner).toBe(questions)
  expect(answeredOnce).toBeGreaterThan(0)
})

test('the same kills make a program that simply sends again answer twice: the measurement can see it', async () => {
  test.setTimeout(300_000)
  expect((await crash('--cycles', '6', '--naive')).twice).toBeGreaterThan(0)
})
