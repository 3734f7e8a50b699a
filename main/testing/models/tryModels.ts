// A process of its own for the tests of model files: native code that reads what is broken may take it down.
import { getLlama, LlamaChatSession, LlamaLogLevel } from 'node-llama-cpp'
import { z } from 'zod'

const tasks = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('open'), file: z.string() }),
    z.object({ type: z.literal('write'), file: z.string(), prompt: z.string(), schema: z.json().optional() }),
    z.object({ type: z.literal('embed'), file: z.string(), texts: z.array(z.string()) }),
    z.object({ type: z.literal('rank'), file: z.string(), question: z.string(), texts: z.array(z.string()) }),
  ]),
)
type Task = z.infer<typeof tasks>[number]

const llama = await getLlama({
  gpu: false,
  build: 'never',
  progressLogs: false,
  maxThreads: 1,
  logLevel: LlamaLogLevel.disabled,
})

async function result(task: Task): Promise<unknown> {
  const model = await llama.loadModel({ modelPath: task.file })
  try {
    switch (task.type) {
      case 'open':
        return { name: model.fileInfo.metadata.general.name, vectorSize: model.embeddingVectorSize }
      case 'write': {
        const context = await model.createContext({ contextSize: 1024, sequences: 1, threads: 1 })
        const chat = new LlamaChatSession({ contextSequence: context.getSequence() })
        const schema = task.schema === undefined ? undefined : z.record(z.string(), z.json()).parse(task.schema)
        const grammar = schema && (await llama.createGrammar({ grammar: grammarOf(schema) }))
        const written = await chat.prompt(task.prompt, { maxTokens: 120, temperature: 0, ...(grammar && { grammar }) })
        await context.dispose()
        return written
      }
      case 'embed': {
        const context = await model.createEmbeddingContext({ threads: 1 })
        const vectors = await Promise.all(task.texts.map(text => context.getEmbeddingFor(text)))
        return vectors.map(({ vector }) => vector)
      }
      case 'rank': {
        const context = await model.createRankingContext({ threads: 1 })
        return await context.rankAll(task.question, task.texts)
      }
    }
  } finally {
    await model.dispose()
  }
}

/** An object with these keys, each a text. */
function grammarOf(schema: Record<string, unknown>): string {
  const members = Object.keys(schema).map(key => `"\\"${key}\\":" text`)
  return `root ::= "{" ${members.join(' "," ')} "}"\ntext ::= "\\"" [^"\\\\]* "\\""`
}

const results: unknown[] = []
for (const task of tasks.parse(JSON.parse(process.argv[2] ?? '[]'))) {
  results.push(await result(task).catch((error: unknown) => ({ failed: String(error) })))
}
process.stdout.write(JSON.stringify(results))
process.exit(0)
