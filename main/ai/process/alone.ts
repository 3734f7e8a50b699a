import childProcess, { ChildProcess } from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'

function refuseNetwork(): never {
  throw new Error('The process with the models may not use the network')
}

const starters = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync']

function refuseProcess(): never {
  throw new Error('The process with the models may not start another one')
}

/** From here on this process opens no connection and starts no other process. Before node-llama-cpp is imported. */
export function stayAlone() {
  Socket.prototype.connect = refuseNetwork
  globalThis.fetch = refuseNetwork
  Object.assign(childProcess, Object.fromEntries(starters.map(name => [name, refuseProcess])), { fork: pretendedFork })
  syncBuiltinESMExports()
}

/**
 * node-llama-cpp loads its library in a process of its own first, to see whether that one survives. This process is
 * there to be lost, and under Electron a fork would be a second Keepdesk, so the trial is told that it went well.
 */
function pretendedFork(): ChildProcess {
  const child = new ChildProcess()
  const say = (type: string) => setImmediate(() => child.emit('message', { type }))
  child.kill = () => true
  child.send = (message: { type?: unknown }) => {
    if (message.type === 'start') say('loaded')
    else if (message.type === 'test') say('done')
    else setImmediate(() => child.emit('exit', 0))
    return true
  }
  say('ready')
  return child
}
