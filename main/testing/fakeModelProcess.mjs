// Stands in for the process with the models: speaks its messages, and does what the prefix of a call says.
const running = new Map()
const held = []

const send = message => process.send(message)
const beat = ({ id }) => send({ type: 'beat', id, memoryBytes: process.memoryUsage.rss() })
const done = (id, value) => send({ type: 'done', id, value })
const words = ['Your ', 'order ', 'has ', 'been ', 'shipped.']

/** The last way of each ends the process, or makes it useless. */
const faults = {
  segfault: () => process.kill(process.pid, 'SIGSEGV'),
  abort: () => process.abort(),
  exit: () => process.exit(3),
  hang() {
    for (;;);
  },
  memory() {
    setInterval(() => held.length < 16 && held.push(Buffer.alloc(40_000_000, 1)), 10)
  },
  garbage: () => send({ type: 'text', id: 'not a number' }),
  nonsense: () => send({ type: 'done', id: 1_000_000, value: { of: 'nothing' } }),
  flood: id => send({ type: 'text', id, text: 'x'.repeat(1_000_000) }),
}

function draft({ id, prefix }) {
  let said = 0
  const timer = setInterval(() => {
    const fault = faults[prefix]
    if (fault && said === 2) {
      clearInterval(timer)
      return fault(id)
    }
    if (said < words.length) return send({ type: 'text', id, text: words[said++] })
    if (['endless', 'deaf'].includes(prefix)) return
    clearInterval(timer)
    running.delete(id)
    done(id, { of: 'draft', end: 'whole', tokens: said })
  }, 20)
  running.set(id, { timer, isDeaf: prefix === 'deaf' })
}

const answers = {
  load({ id, file, gpu, contextTokens, sequences }) {
    const name = file.split(/[/\\]/).at(-1)
    if (name.startsWith('crash-')) return faults.segfault()
    if (name.startsWith('gpu-crash-') && gpu) return faults.abort()
    if (name.startsWith('slow-')) return
    if (name.startsWith('tight-') && sequences > 2)
      return send({ type: 'failed', id, reason: 'too-little-memory', detail: '' })
    if (name.startsWith('damaged-')) return send({ type: 'failed', id, reason: 'damaged', detail: 'no magic' })
    const loaded = { gpu: gpu ? 'A card' : null, contextTokens, dimension: 2, canRank: true, memoryBytes: 1 }
    done(id, { of: 'loaded', loaded })
  },
  unload: ({ id }) => done(id, { of: 'nothing' }),
  prepare: ({ id }) => done(id, { of: 'nothing' }),
  draft,
  complete({ id, prefix, schema }) {
    if (faults[prefix]) return faults[prefix](id)
    done(id, { of: 'json', json: prefix === 'schema' ? JSON.stringify({ said: JSON.stringify(schema) }) : prefix })
  },
  embed: ({ id, texts }) => done(id, { of: 'vectors', vectors: texts.map(() => new Float32Array([0.6, 0.8])) }),
  rank: ({ id, texts }) => done(id, { of: 'ranks', ranks: texts.map((_, at) => 1 / (at + 1)) }),
  measure: ({ id }) => done(id, { of: 'measured', promptTokensPerSecond: 100, replyTokensPerSecond: 20, loadMs: 5 }),
  cancel({ id }) {
    const call = running.get(id)
    if (!call || call.isDeaf) return
    clearInterval(call.timer)
    running.delete(id)
    send({ type: 'failed', id, reason: 'cancelled', detail: '' })
  },
  beat,
  /** Not of the real one: this happens to it now. */
  fault: ({ fault, id }) => faults[fault](id),
}

process.on('message', message => answers[message.type](message))
send({ type: 'ready' })
