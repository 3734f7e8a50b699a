import type { ModelUse } from '#contract/model.ts'
import { LoadFailure } from '#main/ports/languageModel.ts'
import type { FileHead } from './gguf.ts'

/** What a model was made for. `ranking` says how well a text answers a question and has no vectors. */
export type Purpose = 'writing' | 'embedding' | 'ranking'

/** Kinds of pooling in the head of a file: 0 none, 1 to 3 give one vector for a text, 4 a rank. */
const rankPooling = 4
/** Architectures that only read. */
const readers = /(?:^|-)(?:modern|neo|euro)?-?bert(?:$|-)|bert|t5encoder|embedding/u
/** Parts of a model and models of sounds and pictures, which neither write nor search. */
const parts = /^(?:clip|mmproj|wavtokenizer|whisper)/u

/** Throws LoadFailure for files that are a part of a model, and for models made for the other use. */
export function purposeFor(use: ModelUse, head: FileHead): Purpose {
  const { architecture, values } = head
  const whole = values.get('general.type') ?? 'model'
  if (whole !== 'model' || parts.test(architecture)) throw new LoadFailure('other-use')
  const split = values.get('split.count')
  if (typeof split === 'number' && split > 1) throw new LoadFailure('unsupported')
  const pooling = values.get(`${architecture}.pooling_type`) ?? 0
  const reads = readers.test(architecture) || pooling !== 0
  if (reads !== (use === 'searching')) throw new LoadFailure('other-use')
  if (!reads) return 'writing'
  return pooling === rankPooling ? 'ranking' : 'embedding'
}
