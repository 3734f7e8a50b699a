import { parseArgs } from 'node:util'
import { Exit } from './exit.ts'

export interface ServeOptions {
  open: boolean
  port: number
  dataDir: string | undefined
  demo: boolean
  passphrase: boolean
}

/** Options of `serve`. Throws Exit(2) for anything it does not know. */
export function serveOptions(args: readonly string[]): ServeOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        'data-dir': { type: 'string' },
        demo: { type: 'boolean', default: false },
        passphrase: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error('--port must be a number from 0 to 65535.')
    return {
      open: !values['no-open'],
      port,
      dataDir: values['data-dir'],
      demo: values.demo,
      passphrase: values.passphrase,
    }
  } catch (cause) {
    const words = cause instanceof Error ? cause.message.split('. ')[0] : ''
    throw new Exit(2, `${words} Known options: --no-open --port N --data-dir DIR --demo --passphrase.`, { cause })
  }
}
