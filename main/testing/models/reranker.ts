import { createRandom } from '../random.ts'
import { bert, bertLayer, linear } from './bert.ts'
import { texts, type Gguf } from './gguf.ts'
import { sparseTensor, type Fill } from './tensors.ts'
import { wordPieces } from './wordPieces.ts'

const WIDTH = 128
const HEADS = 4
/** Each number has its opposite so far behind it, so that the norms after each layer find an average of zero. */
const MIRROR = WIDTH / 2
const CODE = 32
/** Places of the numbers, after the code of the token. */
const place = {
  silent: 32,
  separator: 33,
  position: 34,
  border: 35,
  isText: 36,
  others: 37,
  shared: 38,
  found: 39,
} as const
const SEPARATOR = '[SEP]'

/** Writes a number and its opposite. */
function mirrored(fill: Fill): Fill {
  return set =>
    fill((row, column, value) => {
      set(row, column, value)
      set(row + MIRROR, column, -value)
    })
}

/** Both sides of a difference `k * (a - b) - dead`, each in a hidden number of its own. */
const both = (a: number, b: number, k: number): Fill => {
  return set => {
    set(0, a, k)
    set(0, b, -k)
    set(1, a, -k)
    set(1, b, k)
  }
}

/**
 * A model that says how well a text answers a question: by how many of the question's pieces of words occur in the
 * text. It is a BERT with a head that gives one number, its weights written by hand:
 *
 * - Layer 0 looks for the first separator, and so tells the question from the text (0 or 1).
 * - In layer 1 each token looks at all tokens like itself, and averages on which side they are. Where that is not its
 *   own side, the token occurs on both.
 * - In layer 2 the start averages this over the tokens of the question, but for words like "the".
 */
export function reranker({
  name = 'reranker',
  context = 512,
  seed = 1,
}: { name?: string; context?: number; seed?: number } = {}): Gguf {
  const { tokens, entries, says } = wordPieces([])
  const tokenEmbeddings = sparseTensor('token_embd.weight', [WIDTH, tokens.length], 'f16', set => {
    const random = createRandom(seed)
    tokens.forEach((token, row) => {
      const write = (column: number, value: number) => {
        set(row, column, value)
        set(row, column + MIRROR, -value)
      }
      const code = Array.from({ length: CODE }, () => (random.chance(0.5) ? 1 : -1))
      // All have the same length, so that the norm treats them alike.
      if (says(token)) code.forEach((value, column) => write(column, value))
      else write(place.silent, Math.sqrt(CODE))
      if (token === SEPARATOR) write(place.separator, 1)
    })
  })
  const positions: Fill = set => {
    for (let row = 0; row < context; row++) {
      set(row, place.position, row / context)
      set(row, place.position + MIRROR, -row / context)
    }
  }
  const one: Fill = set => set(0, 0, 1)
  const tellSides = bertLayer(0, WIDTH, {
    qBias: one,
    k: set => {
      set(0, place.separator, 20_000)
      set(0, place.position, -8_000)
    },
    v: set => set(0, place.position, 1),
    out: mirrored(set => set(place.border, 0, 1)),
    // A steep step from 0 to 1 where the position passes the border.
    up: set => {
      for (const hidden of [0, 1]) {
        set(hidden, place.position, 2_000)
        set(hidden, place.border, -2_000)
      }
    },
    upBias: set => {
      set(0, 0, 0.5)
      set(0, 1, -0.5)
    },
    down: mirrored(set => {
      set(place.isText, 0, 1)
      set(place.isText, 1, -1)
    }),
  })
  const sameCode: Fill = set => {
    for (let column = 0; column < CODE; column++) set(column, column, 2.5)
  }
  const findShared = bertLayer(1, WIDTH, {
    q: sameCode,
    k: sameCode,
    v: set => set(0, place.isText, 1),
    out: mirrored(set => set(place.others, 0, 1)),
    up: both(place.others, place.isText, 8),
    upBias: set => {
      set(0, 0, -1)
      set(0, 1, -1)
    },
    down: mirrored(set => {
      set(place.shared, 0, 0.2)
      set(place.shared, 1, 0.2)
    }),
  })
  const count = bertLayer(2, WIDTH, {
    qBias: one,
    k: set => {
      set(0, place.silent, -20)
      set(0, place.isText, -100)
    },
    v: set => set(0, place.shared, 1),
    out: mirrored(set => set(place.found, 0, 1)),
  })
  const model = bert(
    { name, width: WIDTH, heads: HEADS, layers: 3, context, pooling: 4 },
    entries,
    [
      tokenEmbeddings,
      ...tellSides,
      ...findShared,
      ...count,
      ...linear(
        'cls',
        WIDTH,
        WIDTH,
        set => set(0, place.found, 12),
        set => set(0, 0, -1.5),
      ),
      ...linear('cls.output', WIDTH, 1, set => set(0, 0, 5)),
    ],
    positions,
  )
  return { ...model, metadata: [...model.metadata, ['bert.classifier.output_labels', texts(['relevance'])]] }
}
