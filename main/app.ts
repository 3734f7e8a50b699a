import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoFiles } from './app/demoFiles.ts'
import { joinDesk } from './app/desk.ts'
import { joinHealth } from './app/health.ts'
import { joinHelp } from './app/help.ts'
import { breakOffOn, joinWriting } from './app/writing.ts'
import { joinModels } from './app/models.ts'
import { joinReports } from './app/reports.ts'
import { joinReportFiles } from './app/reportFiles.ts'
import { searchParts } from './app/searchParts.ts'
import { joinTraffic } from './app/traffic.ts'
import { createModelEngine } from './ai/engine.ts'
import { createLikeness } from './ai/likeness.ts'
import { createPromptFiles } from './ai/promptFiles.ts'
import { createUnderstander } from './ai/understander.ts'
import { readValueRules } from './domain/value/rules.ts'
import { installGuard } from './gateway/guard.ts'
import { createGateway } from './gateway/gateway.ts'
import { createImporter } from './importers/importer.ts'
import { createOrderFiles } from './importers/orderFiles.ts'
import { createShopify } from './importers/shopify.ts'
import { wooCommerce } from './importers/wooCommerce.ts'
import { createSolutionFiles } from './importers/solutionFiles.ts'
import type { Platform } from './ports/platform.ts'
import { createRouter } from './rpc/router.ts'
import { createServing } from './rpc/serve.ts'
import { createAnswering } from './services/answering.ts'
import { createAssistant } from './services/assistant.ts'
import { createBoard } from './services/board.ts'
import { prepareDemoShop } from './services/demoShop.ts'
import { NotFound } from './services/errors.ts'
import { createEvents } from './services/events.ts'
import { createKnowledge } from './services/knowledge.ts'
import { createOrderCodes } from './services/orderCodes.ts'
import { createOrderDesk } from './services/orderDesk.ts'
import { createOrderProposals } from './services/orderProposals.ts'
import { createOrders } from './services/orders.ts'
import { createPlaybooks } from './services/playbooks.ts'
import { createQuestionInFull } from './services/questionInFull.ts'
import { createQueue } from './services/queue.ts'
import { createRehearsal } from './services/rehearsal.ts'
import { createReader } from './services/reading.ts'
import { createSettings } from './services/settings.ts'
import { shopZone } from './services/shopZone.ts'
import { createSilence } from './services/silence.ts'
import { createSimulation } from './services/simulate.ts'
import { createStorageTrouble } from './services/storageTrouble.ts'
import { createTopics } from './services/topics.ts'
import { createValue } from './services/value.ts'
import { createBlobStore } from './storage/blobs.ts'
import { openDatabase } from './storage/database.ts'
import { createStores } from './storage/stores.ts'

/** Joins services to adapters; nothing else does. Throws StorageError when the data folder cannot be used. */
export async function createApp(platform: Platform) {
  const { clock, ids, log, dataFolder } = platform
  const db = openDatabase({ file: join(dataFolder, 'keepdesk.db'), key: platform.databaseKey, log })
  const blobs = createBlobStore({ folder: join(dataFolder, 'attachments'), key: platform.databaseKey })
  const stores = createStores(db, { blobs })
  const { gateway, mayConnect } = createGateway({ wallLog: stores.wallLog, clock, log })
  installGuard(mayConnect)

  const events = createEvents({ log })
  const { publish } = events
  const settings = createSettings({ stores, publish })
  const board = createBoard({ stores, publish, onWritten: error => trouble.note(error), clock, ids })
  const trouble = createStorageTrouble(publish)
  const graphics = { hasFailed: stores.models.graphicsFailed, setFailed: stores.models.setGraphicsFailed }
  const engine = createModelEngine({ startWorker: platform.startWorker, graphics, clock, log })
  const parts = searchParts(platform)
  const knowledge = createKnowledge({
    stores,
    ...parts,
    importer: createImporter({ startWorker: platform.startWorker }),
    clock,
    ids,
    log,
    onChange: () => publish({ type: 'knowledgeChanged' }),
    onIndexState: index => publish({ type: 'indexStateChanged', index }),
  })
  const orders = createOrders({
    stores,
    orderFiles: createOrderFiles({ startWorker: platform.startWorker }),
    webShops: [wooCommerce, createShopify()],
    gateway,
    onChange() {
      reader.forget()
      value.afterOrders()
      publish({ type: 'ordersChanged' })
    },
    clock,
    ids,
    log,
  })
  const topics = createTopics({ stores, board, publish, clock })
  const reader = createReader({
    understander: createUnderstander({ folder: join(platform.resourcesFolder, 'understanding'), log }),
    orders: stores.orders,
    timeZone: () => shopZone(settings.get()),
  })
  const solutionFiles = createSolutionFiles({ startWorker: platform.startWorker })
  const playbooks = createPlaybooks({
    stores,
    shippedFolder: join(platform.resourcesFolder, 'playbooks'),
    readSolutions: solutionFiles.read,
    likeness: createLikeness(join(platform.resourcesFolder, 'understanding')),
    deskFor: asker => createOrderDesk({ stores, asker, settings: settings.get() }),
    read: (text, asked) => reader.read(text, [], asked, clock.now()),
    clock,
    onChange: () => publish({ type: 'playbooksChanged' }),
  })
  const prompt = createPromptFiles(join(platform.resourcesFolder, 'prompts'))
  const writing = joinWriting({ model: engine, prompt, settings: () => settings.get(), clock })
  const assistant = createAssistant({
    search: (text, limit) => knowledge.search(text, limit),
    reader,
    entry: id => stores.knowledge.entry(id),
    thresholdOf: id => topics.thresholdOf(id),
    procedures: {
      deskFor: asker => createOrderDesk({ stores, asker, settings: settings.get() }),
      consider: turn => playbooks.consider(turn),
      enterCode: entered => codes.enter(entered),
      propose: createOrderProposals({ stores }),
    },
    inFull: createQuestionInFull({ model: engine, prompt, log }),
    writing,
    settings: () => settings.get(),
    sourceName: id => stores.knowledge.sourceName(id) ?? '',
    clock,
    ids,
    log,
  })
  const simulation = createSimulation({ assistant, entry: id => stores.knowledge.entry(id) })
  const { channels, outbox, presence } = joinTraffic({
    platform,
    stores,
    blobs,
    board,
    gateway,
    publish,
    onStorageTrouble: error => trouble.note(error),
    onWork: () => answering.wake(),
  })
  const queue = createQueue({ stores, board, clock, ids })
  const codes = createOrderCodes({ stores, board, queue, clock, ids })
  const silence = createSilence({ stores, board, outbox, topics, codes, clock })
  const value = createValue({
    stores,
    board,
    productsIn: text => reader.productsIn(text),
    rules: readValueRules(readFileSync(join(platform.resourcesFolder, 'rules', 'value.yaml'), 'utf8')),
    clock,
    ids,
  })
  const answering = createAnswering({
    stores,
    assistant,
    board,
    queue,
    topics,
    codes,
    value,
    maxTextLength: channel => channels.adapterOf(channel.kind).maxTextLength,
    onQueued: () => outbox.wake(),
    clock,
    ids,
    log,
  })
  events.listen(event => breakOffOn(event, answering.look))
  const desk = joinDesk({
    platform,
    stores,
    blobs,
    board,
    settings,
    publish,
    channels,
    outbox,
    queue,
    silence,
    topics,
    codes,
    value,
    presence,
    onWork: () => answering.wake(),
  })
  events.listen(({ body }) => desk.hear(body))
  const help = joinHelp({ platform, stores, assistant, writing, model: engine, prompt, channels, knowledge })
  const rehearsal = createRehearsal({
    stores,
    answer: line => simulation.answerTo(line),
    recall: (channelId, since, most) => channels.recall(channelId, since, most),
    publish,
    clock,
    ids,
    log,
  })
  const reports = joinReports({ platform, stores, embedder: parts.embedder, knowledge, topics })
  const reportFiles = joinReportFiles({ platform, stores, settings: () => settings.get(), reports, events, publish })
  const models = joinModels({ platform, stores, engine, gateway, publish, knowledge })
  const router = createRouter({
    about: {
      version: platform.version,
      shell: platform.shell,
      demo: platform.demo,
      dataFolder,
      keyProtection: platform.keyProtection,
      startAtLoginRefusal: platform.startAtLogin.refusal,
    },
    assistant,
    channels,
    ...desk.services,
    events,
    health: joinHealth({ platform, stores, channels, knowledge, models, trouble }),
    help,
    knowledge,
    models,
    orders,
    playbooks,
    rehearsal,
    reports,
    reportFiles,
    settings,
    topics,
    news: () => [{ type: 'storageTroubleChanged', trouble: trouble.active() }],
    replay: writing.replay,
    answerById(id) {
      const answer = stores.answers.get(id)
      if (!answer) throw new NotFound()
      return answer
    },
  })
  const serving = createServing(router, error => log.error('a call failed', error))

  return {
    ...serving,
    events,
    settings,
    channels: { list: channels.list },
    inbox: {
      counts: () => desk.services.inbox.counts(),
    },
    knowledge: {
      importFiles: (files: readonly { name: string; bytes: Uint8Array }[]) => knowledge.importFiles(files),
      /** Opens the index and waits until it holds everything. */
      async untilIndexed() {
        knowledge.start()
        await knowledge.untilIdle()
      },
    },
    orders: { importFile: orders.importFile },
    reports: { period: reports.period },
    files: reportFiles.files,
    playbooks: {
      importSolutions: (file: { name: string; bytes: Uint8Array }) => playbooks.importSolutions(file),
    },
    simulate: (lines: readonly string[], timing: boolean) => simulation.run(lines, { timing }),
    /** Opens the index in the background, connects the channels, goes on with what was left. */
    async start() {
      knowledge.start()
      if (platform.demo) {
        const files = demoFiles(platform.resourcesFolder)
        await prepareDemoShop({ files, stores, settings, knowledge, orders, playbooks, channels, clock })
      }
      outbox.start()
      answering.start()
      desk.start()
      rehearsal.start()
      reports.start()
      reportFiles.weekly.start()
      orders.start()
      models.start()
      channels.start()
    },
    async stop() {
      await channels.stop()
      await Promise.all([models.stop(), engine.close(), reportFiles.weekly.stop()])
      await Promise.all([answering, outbox, desk, rehearsal, reports, orders].map(one => one.stop()))
      await solutionFiles.close()
      await knowledge.stop()
      db.close()
    },
  }
}
export type App = Awaited<ReturnType<typeof createApp>>
