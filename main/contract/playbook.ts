import { oc } from '@orpc/contract'
import { z } from 'zod'
import { uploadSchema } from './conversation.ts'

/** One reason why a procedure cannot be used. `path` points into the YAML: `steps.2.ask`. */
export const playbookProblemSchema = z.object({
  line: z.number().nullable(),
  path: z.string(),
  /** i18n key under `playbooks.problem.`; `detail` is data for it. */
  problem: z.string(),
  detail: z.string(),
})
export type PlaybookProblem = z.infer<typeof playbookProblemSchema>

/** What a check or a branch looks at, as codes: the screen says it in words. */
export const graphConditionSchema = z.object({
  about: z.string(),
  comparison: z.enum(['one of', 'at most', 'at least', 'below', 'above', 'exactly', 'unknown']),
  /** The words of `one of`, else the number; none for `unknown`. */
  values: z.array(z.string()),
})
export type GraphCondition = z.infer<typeof graphConditionSchema>

export const graphSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      /** Of a check; all must hold. */
      conditions: z.array(graphConditionSchema).optional(),
    }),
  ),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      /** The words of the file that lead there. */
      label: z.string(),
      /** Of a branch: it leads there when all conditions of one case hold. */
      cases: z.array(z.array(graphConditionSchema)).optional(),
    }),
  ),
})
export type PlaybookGraph = z.infer<typeof graphSchema>

export const playbookSummarySchema = z.object({
  id: z.string(),
  /** In the shop's language. */
  name: z.string(),
  enabled: z.boolean(),
  /** The owner changed it. */
  edited: z.boolean(),
  shipped: z.boolean(),
  intents: z.array(z.string()),
  /** Records it looks into that are not there yet: it waits until they are imported. */
  missing: z.array(z.enum(['orders', 'products', 'solutions'])),
})
export type PlaybookSummary = z.infer<typeof playbookSummarySchema>

export const playbookDetailSchema = playbookSummarySchema.extend({ yaml: z.string(), graph: graphSchema })
export type PlaybookDetail = z.infer<typeof playbookDetailSchema>

/**
 * Who the made-up contact of a test is: nobody known, somebody who writes from the address of an order (its account), or one
 * who has entered the code of that order as well.
 */
export const testAskerSchema = z.enum(['stranger', 'account', 'proved'])
export type TestAsker = z.infer<typeof testAskerSchema>

export const testRunSchema = z.object({
  turns: z.array(
    z.object({ author: z.enum(['contact', 'assistant']), text: z.string(), stepId: z.string().nullable() }),
  ),
  /** Steps gone through, in order. */
  path: z.array(z.string()),
  outcome: z.enum(['asked', 'told', 'handed-over', 'not-started']),
  /** Whose customer the contact was; null for a stranger, and where there are no orders. */
  orderNumber: z.string().nullable(),
})
export type PlaybookTestRun = z.infer<typeof testRunSchema>

const notFound = { NOT_FOUND: {} }

export const playbookContract = {
  list: oc.output(z.array(playbookSummarySchema)),
  get: oc
    .input(z.object({ id: z.string() }))
    .output(playbookDetailSchema)
    .errors(notFound),
  /** What is wrong with it; empty when it can be saved. */
  check: oc
    .input(z.object({ yaml: z.string().max(100_000) }))
    .output(z.object({ problems: z.array(playbookProblemSchema), graph: graphSchema.nullable() })),
  /** Refuses a broken one; the old one goes on working. `id: null` adds a new one. */
  save: oc
    .input(z.object({ id: z.string().nullable(), yaml: z.string().max(100_000) }))
    .output(playbookDetailSchema)
    .errors({ ...notFound, BROKEN: { data: z.object({ problems: z.array(playbookProblemSchema) }) } }),
  setEnabled: oc
    .input(z.object({ id: z.string(), enabled: z.boolean() }))
    .output(playbookSummarySchema)
    .errors(notFound),
  /** A shipped one goes back to how it came; an own one is removed. */
  reset: oc
    .input(z.object({ id: z.string() }))
    .output(z.void())
    .errors(notFound),
  /** Plays a dialogue against it without sending or storing: the contact's messages in order. */
  testRun: oc
    .input(
      z.object({
        yaml: z.string().max(100_000),
        messages: z.array(z.string().max(4000)).min(1).max(20),
        asker: testAskerSchema.default('proved'),
      }),
    )
    .output(testRunSchema)
    .errors({ BROKEN: { data: z.object({ problems: z.array(playbookProblemSchema) }) } }),
  solutionCount: oc.output(z.object({ count: z.number() })),
  /** The solution base: symptoms, what to do, a link, a coupon. CSV or JSON Lines; replaces by id. */
  importSolutions: oc.input(z.object({ upload: uploadSchema })).output(
    z.object({
      added: z.number(),
      updated: z.number(),
      badRows: z.array(z.object({ line: z.number(), problem: z.string() })),
    }),
  ),
}
